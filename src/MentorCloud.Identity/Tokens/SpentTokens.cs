using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Tokens;

/// <summary>Tokens that count no more though their time is not over: revoked access tokens, assertions that were used.</summary>
internal sealed class SpentTokens(AccountsStore store)
{
    private static readonly TimeSpan KeptBeyond = TimeSpan.FromMinutes(5);

    /// <summary>Marks a token; false when it was marked before.</summary>
    public Task<bool> SpendAsync(string tenant, string token, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        SpendAsync(AccountsScope.Of(tenant), token, expiresAt, cancellationToken);

    /// <summary>Marks a token of a tenant, or of a scope that has none; false when it was marked before.</summary>
    public async Task<bool> SpendAsync(AccountsScope scope, string token, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(scope, cancellationToken);
        context.SpentTokens.Add(new SpentTokenRecord { Tenant = scope.Setting, Token = token, ExpiresAt = expiresAt + KeptBeyond });
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

    public async Task<bool> IsSpentAsync(string tenant, string token, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(AccountsScope.Of(tenant), cancellationToken);
        return await context.SpentTokens.AnyAsync(row => row.Tenant == tenant && row.Token == token, cancellationToken);
    }
}
