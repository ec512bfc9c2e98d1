using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Directory;

/// <summary>
/// Reads and writes the stored grains of a tenant, so that it can move between installations and editions; for operators'
/// commands, never for requests. No grain may run meanwhile.
/// </summary>
public interface IGrainTransfer
{
    /// <summary>Opens the store for this process alone; call it before anything else.</summary>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Completes when no server works on the store; otherwise fails with the edition's own exception, which names who does.</returns>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Every record of a tenant.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Records by kind and key, read as they are needed.</returns>
    IAsyncEnumerable<GrainRecord> ReadAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>The reminders of one grain.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="grain">A record of the grain.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Its reminders; none when it waits for nothing.</returns>
    Task<IReadOnlyList<GrainReminder>> RemindersAsync(TenantId tenant, GrainRecord grain, CancellationToken cancellationToken);

    /// <summary>Writes a record; an equal one that is there already is passed over.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Completes when it is durable.</returns>
    /// <exception cref="InvalidDataException">The store holds another record under the key.</exception>
    Task WriteAsync(TenantId tenant, GrainRecord record, CancellationToken cancellationToken);

    /// <summary>Registers a reminder; repeating is safe.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="reminder">The reminder.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Completes when it is durable.</returns>
    Task RegisterAsync(TenantId tenant, GrainReminder reminder, CancellationToken cancellationToken);
}
