using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Accounts;

/// <summary>Takes a person out of their accounts: what names them, how they logged in, and from where.</summary>
internal sealed class AccountErasure(AccountsStore store, IAccountMail mail, AuditTrail audit, TimeProvider time)
{
    private const string NameAfterwards = "Erased person";

    /// <summary>Whether the account's person was erased: nothing brings it back.</summary>
    public static bool IsErased(AccountRecord row) => row.DisplayName == NameAfterwards && row.EmailKey.EndsWith("@erased.invalid", StringComparison.Ordinal);

    public async Task EraseAsync(TenantId tenant, Actor by, ParticipantId participant, CancellationToken cancellationToken)
    {
        var (owner, person) = (tenant.ToString(), participant.ToString());
        var named = await store.ChangeAsync(async context =>
        {
            var rows = await context.Accounts.Where(row => row.Tenant == owner && row.Participant == person).ToListAsync(cancellationToken);
            var found = rows.Where(row => row.DisplayName != NameAfterwards).ToList();
            foreach (var row in found)
            {
                // Before the address is gone, so that a crash in between finds it again.
                await mail.ForgetAsync(row.Email, cancellationToken);
                await EraseAsync(context, row, cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
            return found;
        }, cancellationToken);
        await using var context = await store.OpenAsync(cancellationToken);
        if (context.Database.IsSqlite())
        {
            // Earlier rows stay in the log until it is cut off; in the file itself they are overwritten.
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
        }

        foreach (var row in named)
        {
            await audit.AppendAsync(by, row.ToAccount(), "Account.Erased", cancellationToken);
        }
    }

    private async Task EraseAsync(AccountsContext context, AccountRecord row, CancellationToken cancellationToken)
    {
        row.Email = row.EmailKey = $"erased-{row.Id}@erased.invalid";
        row.DisplayName = NameAfterwards;
        row.NameKey = NameAfterwards.ToLowerInvariant();
        (row.Status, row.PasswordHash) = (AccountStatus.Closed, null);
        row.ClosedAt ??= time.GetUtcNow();
        await Endings.EndAllAsync(context, row, time.GetUtcNow(), cancellationToken);
        await context.Sessions.Where(each => each.Tenant == row.Tenant && each.Account == row.Id).ExecuteDeleteAsync(cancellationToken);
        await context.OneTimeTokens.Where(each => each.Tenant == row.Tenant && each.Account == row.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Authenticators.Where(each => each.Tenant == row.Tenant && each.Account == row.Id).ExecuteDeleteAsync(cancellationToken);
        await context.OutsideLogins.Where(each => each.Tenant == row.Tenant && each.Account == row.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Passkeys.Where(each => each.Tenant == row.Tenant && each.Account == row.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Commands.Where(each => each.Tenant == row.Tenant && each.Subject == row.Id).ExecuteDeleteAsync(cancellationToken);
        await context.RecoveryCodes.Where(each => each.Tenant == row.Tenant && each.Account == row.Id).ExecuteDeleteAsync(cancellationToken);
    }
}
