using System.Security.Cryptography;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Identity.Transfer;

/// <summary>
/// The accounts of a tenant that moves to another installation: people with their password hashes and second factors,
/// clients, and the company's own login with its e-mail domains. Sessions, grants, consents and open invitations stay behind: they belong to the old address.
/// </summary>
public interface IAccountTransfer
{
    /// <summary>Reads what is to be moved. Grows with the number of accounts.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="transferKey">32 bytes that both installations know: secrets of authenticator apps and of the login provider travel sealed under it.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Lines in the order in which they have to be imported.</returns>
    Task<IReadOnlyList<AccountLine>> ExportAsync(TenantId tenant, ReadOnlyMemory<byte> transferKey, CancellationToken cancellationToken);

    /// <summary>Reads the lines and writes nothing.</summary>
    /// <param name="tenant">The tenant that they must be of.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="transferKey">The same 32 bytes.</param>
    /// <exception cref="RefusedException">INPUT_INVALID: a line is damaged or of another tenant.</exception>
    /// <exception cref="CryptographicException">Another transfer key.</exception>
    void Verify(TenantId tenant, IReadOnlyList<AccountLine> lines, ReadOnlyMemory<byte> transferKey);

    /// <summary>How many of the lines are passkeys that were made at another address than this server's: no browser would offer them here.</summary>
    /// <param name="lines">The lines.</param>
    /// <returns>0 where the address stays.</returns>
    int PasskeysLeftOut(IReadOnlyList<AccountLine> lines);

    /// <summary>
    /// Writes the lines but those of <see cref="PasskeysLeftOut"/>, all or nothing. An e-mail domain that another tenant has proved
    /// here arrives without its proof. When the tenant has accounts here already, nothing is changed.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="transferKey">The same 32 bytes.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <returns>False when the tenant had accounts here.</returns>
    /// <exception cref="RefusedException">INPUT_INVALID: as in <see cref="Verify"/>.</exception>
    Task<bool> ImportAsync(TenantId tenant, IReadOnlyList<AccountLine> lines, ReadOnlyMemory<byte> transferKey, CancellationToken cancellationToken);
}
