using MentorCloud.Contracts.Audit;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Audit;

/// <summary>The input of the same name.</summary>
internal sealed record AuditFilterInput(
    string? Actor, string? Action, string? Subject, string? Participant, DateTimeOffset? From, DateTimeOffset? Until)
{
    /// <exception cref="Domain.Refusals.RefusedException">NOT_FOUND.</exception>
    public AuditFilter ToFilter() => new(
        Actor, Action, Subject,
        Participant is null ? null : GlobalId.Require<ParticipantId>(Participant, NodeType.Participant, "filter.participant"),
        From, Until);
}
