using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Passwords;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Accounts;

/// <summary>Makes accounts.</summary>
internal sealed class AccountCreation(
    AccountsStore store, AccountQueries queries, PasswordRules rules, PasswordVault vault, AuditTrail audit, TimeProvider time)
{
    public static readonly Refusal EmailTaken =
        new(ErrorCodes.AccountEmailTaken, "Another account of this tenant has this e-mail address. Use it, or close it first.", "email");

    public async Task<Reply<Account>> CreateAsync(
        TenantId tenant, Actor by, NewAccount account, CancellationToken cancellationToken)
    {
        var refusal = AccountRules.Check(by, account)
            ?? (account.Password is { } given ? rules.Check(given, account.Email, account.DisplayName) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        var hash = account.Password is { } password ? await vault.HashAsync(password, cancellationToken) : null;
        var created = Record(tenant, account, hash, time.GetUtcNow());
        if (await TryInsertAsync(created, cancellationToken))
        {
            await audit.AppendAsync(by, created.ToAccount(), "Account.Created", cancellationToken);
            return created.ToAccount();
        }

        // The same id and address came before: a repeat of the same command, which answers like the first.
        var present = await queries.FindByEmailAsync(tenant, account.Email, cancellationToken);
        return present is not null && present.Id == account.Id ? present : EmailTaken;
    }

    public Task<Account?> FindAsync(TenantId tenant, AccountId account, CancellationToken cancellationToken) =>
        queries.FindAsync(tenant, account, cancellationToken);

    /// <summary>
    /// The account to invite, in the caller's transaction: one that waits for its invitation already, one that the same id and
    /// address made before, else a new one; no row when the address is somebody's.
    /// </summary>
    public async Task<(AccountRecord? Row, bool IsNew)> ToInviteAsync(
        AccountsContext context, TenantId tenant, NewAccount account, CancellationToken cancellationToken)
    {
        var wanted = Record(tenant, account, hash: null, time.GetUtcNow());
        var present = await context.Accounts.FirstOrDefaultAsync(
            row => row.Tenant == wanted.Tenant && row.EmailKey == wanted.EmailKey && row.ClosedAt == null, cancellationToken);
        if (present is not null)
        {
            return (present.Status == AccountStatus.Invited || present.Id == wanted.Id ? present : null, false);
        }

        context.Accounts.Add(wanted);
        return (wanted, true);
    }

    private async Task<bool> TryInsertAsync(AccountRecord row, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(cancellationToken);
        context.Accounts.Add(row);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (UniqueIndex.IsViolatedBy(exception))
        {
            return false;
        }
    }

    /// <summary>The row of a new account.</summary>
    internal static AccountRecord Record(TenantId tenant, NewAccount account, string? hash, DateTimeOffset now)
    {
        var name = account.DisplayName.Trim();
        return new AccountRecord
        {
            Tenant = tenant.ToString(),
            Id = (account.Id ?? EntityId.New<AccountId>(now)).ToString(),
            Email = account.Email.Trim(' '),
            EmailKey = account.Email.Trim(' ').ToLowerInvariant(),
            DisplayName = name,
            NameKey = name.ToLowerInvariant(),
            Roles = account.Roles,
            Participant = account.Participant?.ToString(),
            PasswordHash = hash,
            Status = hash is null ? AccountStatus.Invited : AccountStatus.Active,
            CreatedAt = now,
        };
    }
}
