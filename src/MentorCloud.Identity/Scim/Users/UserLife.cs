using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Scim.Users;

/// <summary>Opens and closes accounts as the directory says.</summary>
internal sealed class UserLife(TimeProvider time)
{
    /// <summary>The open account that the address or name belongs to already and that no directory has touched: the directory takes it over.</summary>
    /// <exception cref="ScimRefusedException">uniqueness: the account is another user's, or a platform operator's.</exception>
    public static async Task<AccountRecord?> UntouchedAsync(AccountsContext context, TenantId tenant, UserValues values, CancellationToken cancellationToken)
    {
        var key = tenant.ToString();
        var found = await context.Accounts.FirstOrDefaultAsync(row => row.Tenant == key && row.EmailKey == values.Email.Key && row.ClosedAt == null, cancellationToken);
        if (found is null)
        {
            return null;
        }

        var isTaken = found.Roles.HasFlag(Role.PlatformOperator)
            || await context.DirectoryUsers.AnyAsync(row => row.Tenant == key && row.Account == found.Id, cancellationToken);
        return isTaken
            ? throw new ScimRefusedException(new ScimRefusal(409, AccountCreation.EmailTaken.Code, AccountCreation.EmailTaken.Message, "uniqueness", "emails"))
            : found;
    }

    /// <summary>Makes the account what the directory says; one that is closed ends its sessions and every program's access in the same write.</summary>
    /// <exception cref="ScimRefusedException">409: the last administrator; or the address of a returning person is somebody else's.</exception>
    public async Task OpenOrCloseAsync(AccountsContext context, AccountRecord account, bool isActive, CancellationToken cancellationToken)
    {
        if (isActive)
        {
            await UserEntries.RequireFreeAddressAsync(context, account, cancellationToken);
            if (account.Status == AccountStatus.Closed)
            {
                AccountReopening.Open(account);
            }
        }
        else if (account.Status != AccountStatus.Closed)
        {
            if (await AccountBook.IsLastAdminAsync(context, account, cancellationToken))
            {
                throw new ScimRefusedException(ScimRefusal.Of(AccountRules.LastAdmin));
            }

            (account.Status, account.ClosedAt, account.PasswordHash) = (AccountStatus.Closed, time.GetUtcNow(), null);
            await Endings.EndAllAsync(context, account, time.GetUtcNow(), cancellationToken);
        }
    }
}
