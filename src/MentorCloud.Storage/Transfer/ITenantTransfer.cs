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
    /// <summary>Reads what is to be moved, in one snapshot. Grows with the tenant's audit log.</summary>
    /// <param name="tenant">The tenant; it should be suspended meanwhile.</param>
    /// <param name="transferKey">32 bytes that both installations know: the tenant's key travels wrapped under it.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Lines in the order in which they have to be imported.</returns>
    Task<IReadOnlyList<TransferLine>> ExportAsync(TenantId tenant, ReadOnlyMemory<byte> transferKey, CancellationToken cancellationToken);

    /// <summary>Writes what was moved, all or nothing, and checks the audit log's chain first.</summary>
    /// <param name="tenant">The tenant that the lines are of.</param>
    /// <param name="lines">The lines as they were exported.</param>
    /// <param name="transferKey">The same 32 bytes.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when durable.</returns>
    /// <exception cref="RefusedException">ALREADY_EXISTS: this installation has records of the tenant. INPUT_INVALID: the lines were altered or are incomplete.</exception>
    /// <exception cref="CryptographicException">Another transfer key.</exception>
    Task ImportAsync(TenantId tenant, IReadOnlyList<TransferLine> lines, ReadOnlyMemory<byte> transferKey, CancellationToken cancellationToken);
}
