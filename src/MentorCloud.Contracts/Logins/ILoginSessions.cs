using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Logins;

/// <summary>Logins of people, as their administrator handles them. Whoever calls has asked the policy table. Every change enters the audit log.</summary>
public interface ILoginSessions
{
    /// <summary>The account's living sessions, newest first, at most 100.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="account">Whose.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Empty when the account is unknown or logged in nowhere.</returns>
    Task<IReadOnlyList<LoginSession>> OfAsync(TenantId tenant, AccountId account, CancellationToken cancellationToken);

    /// <summary>Ends sessions. Repeating is safe.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">Who ends them.</param>
    /// <param name="account">Whose.</param>
    /// <param name="session">One of them; null for all, and for every program's access in the person's name.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>False when there is no such account.</returns>
    Task<bool> EndAsync(TenantId tenant, Actor by, AccountId account, string? session, CancellationToken cancellationToken);

    /// <summary>Whether the account has an authenticator app or a passkey.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="account">Whose.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>False when the account is unknown.</returns>
    Task<bool> HasSecondFactorAsync(TenantId tenant, AccountId account, CancellationToken cancellationToken);

    /// <summary>
    /// For somebody who lost app, passkeys and recovery codes: removes them all and ends every session. Where a second factor
    /// is required the person sets a new one up at the next login. Repeating is safe.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">The administrator; not the person, who proves the second factor on the account page instead.</param>
    /// <param name="account">Whose.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>False when there is no such account, or it is the caller's own.</returns>
    Task<bool> ResetSecondFactorAsync(TenantId tenant, Actor by, AccountId account, CancellationToken cancellationToken);
}
