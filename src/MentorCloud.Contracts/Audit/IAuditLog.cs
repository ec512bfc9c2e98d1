using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Audit;

/// <summary>The append-only log of each tenant. Facts enter it when they are published; reads of somebody else's data by this port.</summary>
public interface IAuditLog
{
    /// <summary>Appends; the answer that the entry is about leaves only afterwards.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="entry">What happened.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Completes when durable.</returns>
    Task AppendAsync(TenantId tenant, AuditEntry entry, CancellationToken cancellationToken) =>
        AppendAllAsync(tenant, [entry], cancellationToken);

    /// <summary>Appends all or none, in one write; the answer that the entries are about leaves only afterwards.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="entries">What happened, in order; none writes nothing.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Completes when durable.</returns>
    Task AppendAllAsync(TenantId tenant, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken);

    /// <summary>Reads on from a number.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="after">The last number read; 0 from the beginning.</param>
    /// <param name="most">At most so many, 1..1,000.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>Records in order.</returns>
    Task<IReadOnlyList<AuditRecord>> ReadAsync(TenantId tenant, long after, int most, CancellationToken cancellationToken);

    /// <summary>Reads a page of the log, by number; a bad cursor is refused with <c>CURSOR_INVALID</c> (<see cref="Domain.Refusals.RefusedException"/>).</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="page">Which part; cursors stay right while entries are added.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The page. A filter that few entries fit reads the tenant's whole log.</returns>
    Task<Page<AuditRecord>> PageAsync(TenantId tenant, AuditFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Checks the chain from the first record to the last.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Stops checking.</param>
    /// <returns>The number of the first record that was altered, removed or inserted; null when all is well.</returns>
    Task<long?> FirstAlteredAsync(TenantId tenant, CancellationToken cancellationToken);
}
