using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Failures;

namespace MentorCloud.Storage.Hosting;

/// <summary>The relational store as a whole: opening it, and looking after it.</summary>
public interface IRelationalStore
{
    /// <summary>Opens the store, brings its schema up to date and checks the master key. Once is enough; repeating is safe.</summary>
    /// <param name="cancellationToken">Stops between two migrations.</param>
    /// <returns>Completes when the ports can be used.</returns>
    /// <exception cref="StorageException">One of its kinds: damaged, not writable, not reachable, too new, or without its master key.</exception>
    Task InitializeAsync(CancellationToken cancellationToken);

    /// <summary>Reads one row, for probes: what keeps views from being read shows here too.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Completes when the row was read.</returns>
    Task CheckAsync(CancellationToken cancellationToken);

    /// <summary>Counts.</summary>
    /// <param name="cancellationToken">Stops counting.</param>
    /// <returns>What the store holds and has done.</returns>
    Task<StorageStats> StatsAsync(CancellationToken cancellationToken);

    /// <summary>Every tenant that has an audit log or the end of one, in order of their ids.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The tenants whose chains <c>IAuditLog.FirstAlteredAsync</c> can verify.</returns>
    Task<IReadOnlyList<TenantId>> AuditedTenantsAsync(CancellationToken cancellationToken);

    /// <summary>The names under which kinds of grains have published, such as <c>MatchRequest</c>; across tenants, for operators.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>Each name once.</returns>
    Task<IReadOnlyList<string>> GrainKindsAsync(CancellationToken cancellationToken);

    /// <summary>How far a grain's entries are known; across tenants, for operators.</summary>
    /// <param name="tenant">The grain's tenant.</param>
    /// <param name="grain">The grain: <c>Pairing/{tenant}/{id}</c>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The newest entry whose facts are published, and the newest whose rows are in the views; 0 for none.</returns>
    Task<(long Published, long Rows)> GrainPlaceAsync(string tenant, string grain, CancellationToken cancellationToken);
}
