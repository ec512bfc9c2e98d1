using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Failures;

namespace MentorCloud.Storage.Hosting;

/// <summary>The relational store as a whole: opening, looking after, and copying it.</summary>
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

    /// <summary>Copies the database consistently while it is being written to (SQLite's online backup). Master key not included.</summary>
    /// <param name="file">The copy; must not exist yet.</param>
    /// <param name="cancellationToken">Stops before the copy begins.</param>
    /// <returns>Completes when the copy is on disk and was checked.</returns>
    /// <exception cref="NotSupportedException">On PostgreSQL, whose own tools (pg_dump, pg_basebackup) do this.</exception>
    Task BackupAsync(string file, CancellationToken cancellationToken);

    /// <summary>Reads the whole database and checks its structure. Takes as long as reading the file does.</summary>
    /// <param name="cancellationToken">Stops before the check begins.</param>
    /// <returns>Completes when all is well.</returns>
    /// <exception cref="DatabaseDamagedException">Something is damaged.</exception>
    Task VerifyAsync(CancellationToken cancellationToken);

    /// <summary>Every tenant that has an audit log or the end of one, in order of their ids.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The tenants whose chains <c>IAuditLog.FirstAlteredAsync</c> can verify.</returns>
    Task<IReadOnlyList<TenantId>> AuditedTenantsAsync(CancellationToken cancellationToken);
}
