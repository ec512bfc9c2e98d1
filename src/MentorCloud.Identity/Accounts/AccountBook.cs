using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Passwords;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Accounts;

/// <summary>The accounts: reading by <see cref="AccountQueries"/>, creating by <see cref="AccountCreation"/>, inviting by <see cref="Invitations"/>, tokens by <see cref="OneTimeTokens"/>, changes here.</summary>
internal sealed class AccountBook(
    AccountsStore store, AccountQueries queries, AccountCreation creation, OneTimeTokens tokens, PasswordVault vault,
    PasswordRules rules, AccountReopening reopening, Invitations invitations, AuditTrail audit, TimeProvider time,
    AccountErasure erasure) : IAccounts
{
    public Refusal? Check(Actor by, NewAccount account) => AccountRules.Check(by, account);

    public Task<Reply<Account>> CreateAsync(TenantId tenant, Actor by, NewAccount account, CancellationToken cancellationToken) =>
        creation.CreateAsync(tenant, by, account, cancellationToken);

    public async Task<Reply<Invitation>> InviteAsync(
        TenantId tenant, Actor by, NewAccount account, CancellationToken cancellationToken)
    {
        var reply = await invitations.InviteAsync(tenant, by, default, account, cancellationToken);
        return reply.IsRefused ? reply.Refusal : reply.Value.Invitation!;
    }

    public async Task<Reply<Account>> InviteAsync(
        TenantId tenant, Actor by, CommandId command, NewAccount account, CancellationToken cancellationToken)
    {
        var reply = await invitations.InviteAsync(tenant, by, command, account, cancellationToken);
        return reply.IsRefused ? reply.Refusal : reply.Value.Account;
    }

    public Task<Reply<Account>> AcceptInvitationAsync(string token, string password, CancellationToken cancellationToken) =>
        tokens.AcceptAsync(token, password, cancellationToken);

    public async Task<Reply<Account>> SetPasswordAsync(
        TenantId tenant, Actor by, AccountId account, string password, CancellationToken cancellationToken)
    {
        var person = await queries.FindAsync(tenant, account, cancellationToken);
        if ((person is null ? AccountRules.NotFound : rules.Check(password, person.Email, person.DisplayName)) is { } refusal)
        {
            return refusal;
        }

        var hash = await vault.HashAsync(password, cancellationToken);
        return await ChangeAsync(tenant, by, account, "Account.PasswordSet", async (context, row) =>
        {
            (row.PasswordHash, row.Status) = (hash, AccountStatus.Active);
            await Endings.EndAllAsync(context, row, time.GetUtcNow(), cancellationToken);
            return null;
        }, cancellationToken);
    }

    public Task<Account?> FindAsync(TenantId tenant, AccountId account, CancellationToken cancellationToken) =>
        queries.FindAsync(tenant, account, cancellationToken);

    public Task<Account?> FindByEmailAsync(TenantId tenant, string email, CancellationToken cancellationToken) =>
        queries.FindByEmailAsync(tenant, email, cancellationToken);

    public Task<Account?> FindByParticipantAsync(TenantId tenant, ParticipantId participant, CancellationToken cancellationToken) =>
        queries.FindByParticipantAsync(tenant, participant, cancellationToken);

    public Task<Page<Account>> ListAsync(TenantId tenant, AccountFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        queries.ListAsync(tenant, filter, page, cancellationToken);

    public async Task<Reply<Account>> ChangeRolesAsync(
        TenantId tenant, Actor by, AccountId account, Role roles, CancellationToken cancellationToken)
    {
        if (AccountRules.CheckRoles(by, roles) is { } refusal)
        {
            return refusal;
        }

        return await ChangeAsync(tenant, by, account, "Account.RolesChanged", async (context, row) =>
        {
            if (!roles.HasFlag(Role.TenantAdmin) && await IsLastAdminAsync(context, row, cancellationToken))
            {
                return AccountRules.LastAdmin;
            }

            row.Roles = roles;
            return null;
        }, cancellationToken);
    }

    public Task<Reply<Account>> LinkParticipantAsync(
        TenantId tenant, Actor by, AccountId account, ParticipantId? participant, CancellationToken cancellationToken) =>
        ChangeAsync(tenant, by, account, "Account.ParticipantLinked", (_, row) =>
        {
            row.Participant = participant?.ToString();
            return Task.FromResult<Refusal?>(null);
        }, cancellationToken);

    public async Task<Reply<Account>> CloseAsync(
        TenantId tenant, Actor by, AccountId account, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(tenant, account, cancellationToken) is { Status: AccountStatus.Closed } already)
        {
            return already;
        }

        return await ChangeAsync(tenant, by, account, "Account.Closed", async (context, row) =>
        {
            if (await IsLastAdminAsync(context, row, cancellationToken))
            {
                return AccountRules.LastAdmin;
            }

            (row.Status, row.ClosedAt, row.PasswordHash) = (AccountStatus.Closed, time.GetUtcNow(), null);
            await Endings.EndAllAsync(context, row, time.GetUtcNow(), cancellationToken);
            return null;
        }, cancellationToken);
    }

    public Task<Reply<Account>> ReopenAsync(TenantId tenant, Actor by, AccountId account, CancellationToken cancellationToken) =>
        reopening.ReopenAsync(tenant, by, account, cancellationToken);

    public Task EraseAsync(TenantId tenant, Actor by, ParticipantId participant, CancellationToken cancellationToken) =>
        erasure.EraseAsync(tenant, by, participant, cancellationToken);

    /// <summary>One change in one transaction that nobody else's change can slip into.</summary>
    private async Task<Reply<Account>> ChangeAsync(
        TenantId tenant, Actor by, AccountId account, string action,
        Func<AccountsContext, AccountRecord, Task<Refusal?>> change, CancellationToken cancellationToken)
    {
        var changed = await store.ChangeAsync<Reply<Account>>(async context =>
        {
            var row = await AccountQueries.RowAsync(context, tenant, account.ToString(), cancellationToken);
            if (row is null || row.Status == AccountStatus.Closed)
            {
                return row is null ? AccountRules.NotFound : AccountRules.Closed;
            }

            if (await change(context, row) is { } refusal)
            {
                return refusal;
            }

            await context.SaveChangesAsync(cancellationToken);
            return row.ToAccount();
        }, cancellationToken);
        if (!changed.IsRefused)
        {
            await audit.AppendAsync(by, changed.Value, action, cancellationToken);
        }

        return changed;
    }

    internal static async Task<bool> IsLastAdminAsync(AccountsContext context, AccountRecord row, CancellationToken cancellationToken) =>
        row.Roles.HasFlag(Role.TenantAdmin) && !await context.Accounts.AnyAsync(
            other => other.Tenant == row.Tenant && other.Id != row.Id && other.ClosedAt == null
                && (other.Roles & Role.TenantAdmin) != Role.None,
            cancellationToken);
}
