using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Solving;

/// <summary>Sees to it that one process at a time works on a round, where there are several.</summary>
public interface IRoundLease
{
    /// <summary>Takes the round for this process.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="round">The round.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Dispose it when the work is done; null when another process is at work, and the round's reminder will ask again.</returns>
    ValueTask<IAsyncDisposable?> TryTakeAsync(TenantId tenant, RoundId round, CancellationToken cancellationToken);
}
