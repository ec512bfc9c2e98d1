using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Accounts;

/// <summary>What ends with an account or its password: every session, and every program's access in its name.</summary>
internal static class Endings
{
    public static async Task EndAllAsync(AccountsContext context, AccountRecord row, DateTimeOffset? now, CancellationToken cancellationToken)
    {
        await context.Sessions
            .Where(session => session.Tenant == row.Tenant && session.Account == row.Id && session.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.RevokedAt, now), cancellationToken);
        await context.Grants
            .Where(grant => grant.Tenant == row.Tenant && grant.Account == row.Id && grant.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.RevokedAt, now), cancellationToken);
    }
}
