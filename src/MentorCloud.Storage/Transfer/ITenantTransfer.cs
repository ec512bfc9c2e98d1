using System.Security.Cryptography;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Storage.Transfer;

/// <summary>
/// The relational part of moving a tenant between installations and editions: audit log, keys, and how far its grains
/// published. Views come from the grains by a rebuild; the feed is not moved, because its consumers would act again on what
/// they acted on long ago.
/// </summary>
public interface ITenantTransfer
{
    /// <summary>Reads what is to be moved, a thousand records at a time. Grows with the tenant's audit log; memory does not.</summary>
    /// <param name="tenant">The tenant. Nothing of it may change meanwhile: what is read is not of one snapshot.</param>
    /// <param name="transferKey">32 bytes that both installations know: the tenant's key travels wrapped under it.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Lines in the order in which they have to be imported.</returns>
    IAsyncEnumerable<TransferLine> ExportAsync(TenantId tenant, ReadOnlyMemory<byte> transferKey, CancellationToken cancellationToken);

    /// <summary>
    /// Writes what was moved, a thousand records a transaction. Before the first one all lines are read and the audit log's chain is
    /// checked; an import that was cut off is repeated and goes on behind what is written.
    /// </summary>
    /// <param name="tenant">The tenant that the lines are of.</param>
    /// <param name="lines">The lines as they were exported. They are read twice from their beginning.</param>
    /// <param name="transferKey">The same 32 bytes.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    /// <returns>Completes when durable; false when the same records were here already, and nothing was written.</returns>
    /// <exception cref="RefusedException">ALREADY_EXISTS: this installation has other records of the tenant. INPUT_INVALID: the lines were altered or are incomplete.</exception>
    /// <exception cref="CryptographicException">Another transfer key.</exception>
    Task<bool> ImportAsync(TenantId tenant, IAsyncEnumerable<TransferLine> lines, ReadOnlyMemory<byte> transferKey, CancellationToken cancellationToken);
}
