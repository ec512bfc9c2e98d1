using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Contracts.People;

/// <summary>What a company's directory asks and tells about people who take part in programs. Foreign and unknown people answer alike.</summary>
public interface IPersonnel
{
    /// <summary>Whether the tenant may change anything now; asked of the tenant itself, so that a suspension holds at once.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <returns>TENANT_SUSPENDED, NOT_FOUND; null when it may.</returns>
    Task<Refusal?> RefuseChangeAsync(TenantId tenant);

    /// <summary>Which side a participant takes.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="person">The participant.</param>
    /// <returns>Null for people who are unknown or erased.</returns>
    Task<ParticipantKind?> KindAsync(TenantId tenant, ParticipantId person);

    /// <summary>Reports that the person left the company: durable when it completes; pairings end and cover begins behind it. Repeating changes nothing.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="person">The participant.</param>
    /// <param name="command">Names this report.</param>
    /// <returns>NOT_FOUND, PARTICIPANT_ERASED, TENANT_SUSPENDED; null when done.</returns>
    Task<Refusal?> DepartAsync(TenantId tenant, ParticipantId person, CommandId command);

    /// <summary>Reports that the person is back; pairings that ended stay ended. Repeating changes nothing.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="person">The participant.</param>
    /// <param name="command">Names this report.</param>
    /// <returns>NOT_FOUND, PARTICIPANT_ERASED, TENANT_SUSPENDED, PARTICIPANT_STILL_PAIRED while pairings are still being ended; null when done.</returns>
    Task<Refusal?> ReturnAsync(TenantId tenant, ParticipantId person, CommandId command);
}
