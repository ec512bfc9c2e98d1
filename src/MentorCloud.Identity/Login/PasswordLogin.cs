using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Passwords;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Login;

/// <summary>Checks an address and a password, renewing a hash of older strength on the way.</summary>
internal sealed class PasswordLogin(AccountsStore store, PasswordVault vault, AuditTrail audit)
{
    /// <summary>Long enough for every password that was ever accepted; more would only feed the hash.</summary>
    private const int MostTyped = 4 * PasswordRules.MostLength;

    /// <summary>The account when all goes together; null otherwise, after the same time.</summary>
    public async Task<Account?> CheckAsync(TenantId? tenant, string email, string password, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(tenant is { } named ? named : AccountsScope.Nobody, cancellationToken);
        var row = tenant is { } id && EmailAddress.TryRead(email, out var address)
            ? await AccountQueries.OpenRowAsync(context, id, address, cancellationToken)
            : null;
        var typed = password.Length <= MostTyped ? password : string.Empty;
        var result = await vault.VerifyAsync(row?.PasswordHash, typed, cancellationToken);
        if (row is null)
        {
            return null;
        }

        if (result == PasswordVerificationResult.Failed || row.Status != AccountStatus.Active)
        {
            await audit.AppendAsync(Actor.Anonymous, row.ToAccount(), "Account.LoginFailed", cancellationToken);
            return null;
        }

        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            await RenewAsync(context, row, typed, cancellationToken);
        }

        return row.ToAccount();
    }

    private async Task RenewAsync(AccountsContext context, AccountRecord row, string password, CancellationToken cancellationToken)
    {
        var (old, renewed) = (row.PasswordHash, await vault.HashAsync(password, cancellationToken));

        // Only while it is still the hash that was checked: a password changed meanwhile must not be undone.
        await context.Accounts
            .Where(account => account.Tenant == row.Tenant && account.Id == row.Id && account.PasswordHash == old)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.PasswordHash, renewed), cancellationToken);
    }
}
