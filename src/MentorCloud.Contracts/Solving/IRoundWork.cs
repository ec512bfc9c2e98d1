using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Solving;

/// <summary>Where rounds leave work that must not run inside a turn: solving, and publishing page by page.</summary>
public interface IRoundWork
{
    /// <summary>Asks that somebody look after a round; asking again while it waits or is worked on changes nothing.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="round">The round.</param>
    void Enqueue(TenantId tenant, RoundId round);

    /// <summary>Stops the solver if it works on a round; otherwise nothing happens.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="round">The round.</param>
    void Cancel(TenantId tenant, RoundId round);
}
