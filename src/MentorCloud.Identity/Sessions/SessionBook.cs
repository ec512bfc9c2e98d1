using System.Linq.Expressions;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Sessions;

/// <summary>Browser sessions: kept on the server, so that they can be listed and ended.</summary>
internal sealed class SessionBook(AccountsStore store, IOptions<IdentityOptions> options, TimeProvider time)
{
    private static readonly TimeSpan SeenGrain = TimeSpan.FromMinutes(1);
    private const int MostAgent = 200;

    /// <summary>Starts a session; the answer is the cookie's value.</summary>
    public async Task<TenantSecret> StartAsync(
        Account account, string methods, string source, string agent, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var secret = TenantSecret.New(account.Tenant);
        var session = new SessionRecord
        {
            Tenant = account.Tenant.ToString(),
            Id = Guid.CreateVersion7(now).ToString("N"),
            SecretHash = secret.Hash,
            Account = account.Id.ToString(),
            Methods = methods,
            Source = source,
            Agent = agent.Length > MostAgent ? agent[..MostAgent] : agent,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + options.Value.SessionLifetime,
        };
        await using var context = await store.OpenAsync(account.Tenant, cancellationToken);
        context.Sessions.Add(session);
        DateTimeOffset? loggedIn = now;
        await context.Accounts.Where(row => row.Tenant == session.Tenant && row.Id == session.Account)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastLoginAt, loggedIn), cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        return secret;
    }

    /// <summary>The living session of a cookie; null when it ended, by time, by its owner or with its account.</summary>
    /// <param name="secret">The cookie's.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <param name="isSignOfLife">False when nobody did anything and an open connection only looks whether the session still lives: such a look must not keep it alive.</param>
    public async Task<Session?> FindAsync(TenantSecret secret, CancellationToken cancellationToken, bool isSignOfLife = true)
    {
        var (tenant, hash, now) = (secret.Tenant.ToString(), secret.Hash, time.GetUtcNow());
        var idleSince = now - options.Value.SessionIdle;
        await using var context = await store.OpenAsync(secret.Tenant, cancellationToken);
        var found = await (
            from session in context.Sessions.AsNoTracking()
            join account in context.Accounts.AsNoTracking()
                on new { session.Tenant, Id = session.Account } equals new { account.Tenant, account.Id }
            where session.Tenant == tenant && session.SecretHash == hash && session.RevokedAt == null
                && session.ExpiresAt > now && session.LastSeenAt > idleSince && account.ClosedAt == null
            select new { session, account }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        if (isSignOfLife && now - found.session.LastSeenAt >= SeenGrain)
        {
            await context.Sessions.Where(row => row.Tenant == tenant && row.Id == found.session.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now), cancellationToken);
        }

        return new Session(found.session.Id, found.account.ToAccount(), found.session.Methods, found.session.CreatedAt);
    }

    /// <summary>The account's living sessions, newest first.</summary>
    public async Task<IReadOnlyList<SessionRecord>> ListAsync(TenantId tenant, AccountId account, CancellationToken cancellationToken)
    {
        var (key, person, now) = (tenant.ToString(), account.ToString(), time.GetUtcNow());
        var idleSince = now - options.Value.SessionIdle;
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        return await context.Sessions.AsNoTracking()
            .Where(row => row.Tenant == key && row.Account == person && row.RevokedAt == null && row.ExpiresAt > now && row.LastSeenAt > idleSince)
            .OrderByDescending(row => row.Id).Take(100).ToListAsync(cancellationToken);
    }

    /// <summary>Ends every session, and every program's access, that the account began by the company's login. Repeating is safe.</summary>
    public async Task EndFederatedAsync(TenantId tenant, AccountId account, CancellationToken cancellationToken)
    {
        var (key, person) = (tenant.ToString(), account.ToString());
        DateTimeOffset? now = time.GetUtcNow();
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        await context.Sessions
            .Where(row => row.Tenant == key && row.Account == person && row.RevokedAt == null && EF.Functions.Like(row.Methods, "fed%"))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancellationToken);
        await context.Grants
            .Where(row => row.Tenant == key && row.Account == person && row.RevokedAt == null && EF.Functions.Like(row.Methods, "fed%"))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancellationToken);
    }

    /// <summary>Ends every session of the account but one, and what programs got in those; for a browser that is in other hands. False when there was nothing to end; repeating is safe.</summary>
    public Task<bool> EndOthersAsync(TenantId tenant, AccountId account, string kept, CancellationToken cancellationToken) =>
        EndWhereAsync(tenant, account, row => row.Id != kept, grant => grant.Session != kept, cancellationToken);

    /// <summary>Ends one of the account's sessions, and what programs got in it. False when there was nothing to end; repeating is safe.</summary>
    public Task<bool> EndAsync(TenantId tenant, AccountId account, string session, CancellationToken cancellationToken) =>
        EndWhereAsync(tenant, account, row => row.Id == session, grant => grant.Session == session, cancellationToken);

    /// <summary>Ends the session of a cookie because its browser leaves it; programs with a refresh token go on. Repeating is safe.</summary>
    public async Task LeaveAsync(TenantSecret secret, CancellationToken cancellationToken)
    {
        var (tenant, hash) = (secret.Tenant.ToString(), secret.Hash);
        DateTimeOffset? now = time.GetUtcNow();
        await using var context = await store.OpenAsync(secret.Tenant, cancellationToken);
        await context.Sessions.Where(row => row.Tenant == tenant && row.SecretHash == hash && row.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancellationToken);
    }

    private async Task<bool> EndWhereAsync(
        TenantId tenant, AccountId account, Expression<Func<SessionRecord, bool>> which, Expression<Func<GrantRecord, bool>> programs,
        CancellationToken cancellationToken)
    {
        var (key, person) = (tenant.ToString(), account.ToString());
        DateTimeOffset? now = time.GetUtcNow();
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        var ended = await context.Sessions
            .Where(row => row.Tenant == key && row.Account == person && row.RevokedAt == null).Where(which)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancellationToken);
        ended += await context.Grants
            .Where(row => row.Tenant == key && row.Account == person && row.RevokedAt == null).Where(programs)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancellationToken);
        return ended > 0;
    }
}
