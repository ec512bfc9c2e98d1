using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.People;

/// <summary>
/// What follows when a person leaves or is erased, done outside the person's own turn: pairings are ended, traces removed.
/// Every step may be repeated; what fails or is cut off by a crash, the participant's reminder asks for again.
/// </summary>
public interface IPersonWork
{
    /// <summary>Asks that somebody look after a person; asking again while it waits changes nothing.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="person">The person.</param>
    void Enqueue(TenantId tenant, ParticipantId person);

    /// <summary>
    /// Does at once what there is to do, for a caller who waits for it; a person with nothing to do stays as they are. What fails is
    /// not thrown: the reminder goes on with it.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Gives up; the reminder goes on.</param>
    /// <returns>Completes when it is done, or left to the reminder.</returns>
    Task DoAsync(TenantId tenant, ParticipantId person, CancellationToken cancellationToken);
}
