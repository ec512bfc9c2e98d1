using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Sessions;

/// <summary>What an administrator may do about other people's logins.</summary>
internal sealed class LoginSessions(AccountsStore store, SessionBook sessions, AuditTrail audit, TimeProvider time) : ILoginSessions
{
    public async Task<IReadOnlyList<LoginSession>> OfAsync(TenantId tenant, AccountId account, CancellationToken cancellationToken)
    {
        var rows = await sessions.ListAsync(tenant, account, cancellationToken);
        return [.. rows.Select(row => new LoginSession(row.Id, row.Methods, row.Source, row.Agent, row.CreatedAt, row.LastSeenAt))];
    }

    public async Task<bool> EndAsync(TenantId tenant, Actor by, AccountId account, string? session, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        if (await AccountQueries.RowAsync(context, tenant, account.ToString(), cancellationToken) is not { } row)
        {
            return false;
        }

        if (session is null)
        {
            await Endings.EndAllAsync(context, row, time.GetUtcNow(), cancellationToken);
        }
        else
        {
            await sessions.EndAsync(tenant, account, session, cancellationToken);
        }

        await audit.AppendAsync(by, row.ToAccount(), "Account.SessionsEnded", cancellationToken);
        return true;
    }

    public async Task<bool> HasSecondFactorAsync(TenantId tenant, AccountId account, CancellationToken cancellationToken)
    {
        var (key, id) = (tenant.ToString(), account.ToString());
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        return await context.Authenticators.AnyAsync(row => row.Tenant == key && row.Account == id && row.ConfirmedAt != null, cancellationToken)
            || await context.Passkeys.AnyAsync(row => row.Tenant == key && row.Account == id, cancellationToken);
    }

    public async Task<bool> ResetSecondFactorAsync(TenantId tenant, Actor by, AccountId account, CancellationToken cancellationToken)
    {
        var (key, id) = (tenant.ToString(), account.ToString());
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (by.Account == account || await AccountQueries.RowAsync(context, tenant, id, cancellationToken) is not { } row)
        {
            return false;
        }

        await context.Authenticators.Where(one => one.Tenant == key && one.Account == id).ExecuteDeleteAsync(cancellationToken);
        await context.RecoveryCodes.Where(one => one.Tenant == key && one.Account == id).ExecuteDeleteAsync(cancellationToken);
        await context.Passkeys.Where(one => one.Tenant == key && one.Account == id).ExecuteDeleteAsync(cancellationToken);
        await Endings.EndAllAsync(context, row, time.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await audit.AppendAsync(by, row.ToAccount(), "Account.SecondFactorReset", cancellationToken);
        return true;
    }
}
