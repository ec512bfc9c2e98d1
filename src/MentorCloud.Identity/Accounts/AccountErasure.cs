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
    public static bool IsErased(AccountRecord row) => row.EmailKey == AddressAfterwards(row);

    public async Task EraseAsync(TenantId tenant, Actor by, ParticipantId participant, CancellationToken cancellationToken)
    {
        var (owner, person) = (tenant.ToString(), participant.ToString());
        var named = await store.ChangeAsync(tenant, async context =>
        {
            var rows = await context.Accounts.Where(row => row.Tenant == owner && row.Participant == person).ToListAsync(cancellationToken);
            var found = rows.Where(row => !IsErased(row)).ToList();
            foreach (var row in found)
            {
                // Before the address is gone, so that a crash in between finds it again.
                await mail.ForgetAsync(row.Email, cancellationToken);
                await EraseAsync(context, row, cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
            return found;
        }, cancellationToken);
        foreach (var row in named)
        {
            await audit.AppendAsync(by, row.ToAccount(), "Account.Erased", cancellationToken);
        }

        await store.ScrubAsync(cancellationToken);
    }

    private static string AddressAfterwards(AccountRecord row) => $"erased-{row.Id}@erased.invalid";

    private async Task EraseAsync(AccountsContext context, AccountRecord row, CancellationToken cancellationToken)
    {
        row.Email = row.EmailKey = AddressAfterwards(row);
        row.DisplayName = NameAfterwards;
        row.NameKey = NameAfterwards.ToLowerInvariant();
        (row.Status, row.PasswordHash) = (AccountStatus.Closed, null);
        row.ClosedAt ??= time.GetUtcNow();
        await Endings.EndAllAsync(context, row, time.GetUtcNow(), cancellationToken);
        await context.Sessions.Where(each => each.Tenant == row.Tenant && each.Account == row.Id).ExecuteDeleteAsync(cancellationToken);
        await context.OneTimeTokens.Where(each => each.Tenant == row.Tenant && each.Account == row.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Authenticators.Where(each => each.Tenant == row.Tenant && each.Account == row.Id).ExecuteDeleteAsync(cancellationToken);
        await context.OutsideLogins.Where(each => each.Tenant == row.Tenant && each.Account == row.Id).ExecuteDeleteAsync(cancellationToken);
        await context.DirectoryUsers.Where(each => each.Tenant == row.Tenant && each.Account == row.Id).ExecuteDeleteAsync(cancellationToken);
        await context.DirectoryMembers.Where(each => each.Tenant == row.Tenant && each.Account == row.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Consents.Where(each => each.Tenant == row.Tenant && each.Account == row.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Passkeys.Where(each => each.Tenant == row.Tenant && each.Account == row.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Commands.Where(each => each.Tenant == row.Tenant && each.Subject == row.Id).ExecuteDeleteAsync(cancellationToken);
        await context.RecoveryCodes.Where(each => each.Tenant == row.Tenant && each.Account == row.Id).ExecuteDeleteAsync(cancellationToken);
    }
}
