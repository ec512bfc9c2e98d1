using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Logins;

/// <summary>The tenants' own OpenID providers, one each. Whoever calls has asked the policy table. Every change enters the audit log.</summary>
public interface ILoginProviders
{
    /// <summary>The tenant's provider.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Null when the tenant has none.</returns>
    Task<LoginProvider?> FindAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Sets or replaces the tenant's provider. Repeating is safe. Enforcing it ends every session and program's access that began with a password, but for emergency accounts.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="settings">What is decided.</param>
    /// <param name="secret">The client secret, 1 to 500 characters; null keeps the present one, which is possible while issuer and client id stay.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>INPUT_INVALID naming the field; EMERGENCY_ACCOUNT_MISSING when it is enforced and no active administrator could log in without it.</returns>
    Task<Reply<LoginProvider>> SetAsync(
        TenantId tenant, Actor by, LoginProviderSettings settings, string? secret, CancellationToken cancellationToken);

    /// <summary>Removes the provider: accounts log in with passwords again. People's ties to it are kept, and count again when the same issuer returns. Repeating is safe.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveAsync(TenantId tenant, Actor by, CancellationToken cancellationToken);
}
