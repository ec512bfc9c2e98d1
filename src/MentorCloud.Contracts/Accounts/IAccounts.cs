using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Contracts.Accounts;

/// <summary>
/// The accounts of each tenant. Whether the actor may do it, the caller has checked against the policy table; what an
/// account of another tenant would be answers like an unknown one (<c>NOT_FOUND</c>). Each change enters the audit log.
/// </summary>
public interface IAccounts
{
    /// <summary>What would keep an account from being created whatever the tenant; nothing is read or written.</summary>
    /// <param name="by">In whose name.</param>
    /// <param name="account">What it would be created from; its password is not looked at.</param>
    /// <returns><c>INPUT_INVALID</c> or <c>FORBIDDEN</c>; null when nothing is wrong with it.</returns>
    Refusal? Check(Actor by, NewAccount account);

    /// <summary>Creates an account; with a password it can log in at once.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">In whose name.</param>
    /// <param name="account">What it is created from.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The account, or <c>INPUT_INVALID</c>, <c>PASSWORD_TOO_WEAK</c>, <c>ACCOUNT_EMAIL_TAKEN</c>, <c>FORBIDDEN</c>.</returns>
    Task<Reply<Account>> CreateAsync(TenantId tenant, Actor by, NewAccount account, CancellationToken cancellationToken);

    /// <summary>Creates an account without a password, or takes one that was never accepted, and mails a fresh invitation (<see cref="IAccountMail"/>); earlier ones stop working.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">In whose name.</param>
    /// <param name="account">What it is created from; its password is ignored.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The invitation, or a refusal as at <see cref="CreateAsync"/>.</returns>
    Task<Reply<Invitation>> InviteAsync(TenantId tenant, Actor by, NewAccount account, CancellationToken cancellationToken);

    /// <summary>Accepts an invitation or a reset: sets the password, uses the token up, ends every session of the account.</summary>
    /// <param name="token">The token as the person received it; it names its tenant.</param>
    /// <param name="password">12..128 characters and no common password.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The account, or <c>INVITATION_INVALID</c> (unknown, used, expired), <c>PASSWORD_TOO_WEAK</c>.</returns>
    Task<Reply<Account>> AcceptInvitationAsync(string token, string password, CancellationToken cancellationToken);

    /// <summary>Sets an account's password without a token: the demo's <c>--reset-login</c>. Ends every session of the account.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">In whose name.</param>
    /// <param name="account">The account.</param>
    /// <param name="password">12..128 characters and no common password.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The account, or <c>NOT_FOUND</c>, <c>ACCOUNT_CLOSED</c>, <c>PASSWORD_TOO_WEAK</c>.</returns>
    Task<Reply<Account>> SetPasswordAsync(TenantId tenant, Actor by, AccountId account, string password, CancellationToken cancellationToken);

    /// <summary>An account; null when unknown.</summary>
    Task<Account?> FindAsync(TenantId tenant, AccountId account, CancellationToken cancellationToken);

    /// <summary>The open account with an address, whatever the letters' case; null when there is none.</summary>
    Task<Account?> FindByEmailAsync(TenantId tenant, string email, CancellationToken cancellationToken);

    /// <summary>The open account of a participant; null when there is none.</summary>
    Task<Account?> FindByParticipantAsync(TenantId tenant, ParticipantId participant, CancellationToken cancellationToken);

    /// <summary>Accounts in the order they were created, a page at a time; a cursor that is none is refused with <c>CURSOR_INVALID</c> (<see cref="Domain.Refusals.RefusedException"/>).</summary>
    Task<Page<Account>> ListAsync(TenantId tenant, AccountFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Replaces an account's roles; takes effect with the account's next request.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">In whose name.</param>
    /// <param name="account">The account.</param>
    /// <param name="roles">At least one role.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The account, or <c>NOT_FOUND</c>, <c>INPUT_INVALID</c>, <c>FORBIDDEN</c>, <c>ACCOUNT_CLOSED</c>, <c>ACCOUNT_LAST_ADMIN</c>.</returns>
    Task<Reply<Account>> ChangeRolesAsync(TenantId tenant, Actor by, AccountId account, Role roles, CancellationToken cancellationToken);

    /// <summary>Says which participant the person is; null that they take no part in pairings.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">In whose name.</param>
    /// <param name="account">The account.</param>
    /// <param name="participant">The participant, or null.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The account, or <c>NOT_FOUND</c>, <c>ACCOUNT_CLOSED</c>.</returns>
    Task<Reply<Account>> LinkParticipantAsync(TenantId tenant, Actor by, AccountId account, ParticipantId? participant, CancellationToken cancellationToken);

    /// <summary>
    /// Closes every account of an erased participant and takes address, name, sessions and second factors out of it; an invented
    /// address stays. Nobody is kept by being the last administrator. Repeating is safe.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">In whose name.</param>
    /// <param name="participant">The person.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Completes when durable.</returns>
    Task EraseAsync(TenantId tenant, Actor by, ParticipantId participant, CancellationToken cancellationToken);

    /// <summary>Closes an account: its sessions and tokens end with their next request. Repeating is safe.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">In whose name.</param>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The closed account, or <c>NOT_FOUND</c>, <c>ACCOUNT_LAST_ADMIN</c>.</returns>
    Task<Reply<Account>> CloseAsync(TenantId tenant, Actor by, AccountId account, CancellationToken cancellationToken);
}
