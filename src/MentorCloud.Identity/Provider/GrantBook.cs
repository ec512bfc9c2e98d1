using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Sessions;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Provider;

/// <summary>Logins of people to programs: their codes and refresh tokens, each good for one use; a second use revokes all of it (RFC 9700, section 4.14).</summary>
internal sealed class GrantBook(AccountsStore store, AuditTrail audit, IOptions<IdentityOptions> options, TimeProvider time)
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestGrant = TimeSpan.FromDays(90);

    /// <summary>Makes a grant and its code.</summary>
    public async Task<TenantSecret> BeginAsync(AuthorizationRequest request, Session session, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var code = TenantSecret.New(session.Account.Tenant);
        var grant = new GrantRecord
        {
            Tenant = session.Account.Tenant.ToString(),
            Id = Guid.CreateVersion7(now).ToString("N"),
            ClientId = request.Client.ClientId,
            Account = session.Account.Id.ToString(),
            Session = session.Id,
            Scope = request.Scope,
            Methods = session.Methods,
            Nonce = request.Nonce,
            AuthenticatedAt = session.StartedAt,
            CreatedAt = now,
            EndsAt = now + LongestGrant,
        };
        await using var context = await store.OpenAsync(code.Tenant, cancellationToken);
        context.Grants.Add(grant);
        context.GrantSecrets.Add(new GrantSecretRecord
        {
            Tenant = grant.Tenant,
            SecretHash = code.Hash,
            GrantId = grant.Id,
            Kind = GrantSecretKind.Code,
            RedirectUri = request.RedirectUri,
            Challenge = request.Challenge,
            ExpiresAt = now + CodeLifetime,
        });
        await context.SaveChangesAsync(cancellationToken);
        return code;
    }

    /// <summary>Uses a code or refresh token up; null when it does not work for this client.</summary>
    public async Task<UsedSecret?> UseAsync(string? text, GrantSecretKind kind, ClientRecord client, CancellationToken cancellationToken)
    {
        if (!TenantSecret.TryRead(text, out var secret) || secret.Tenant.ToString() != client.Tenant)
        {
            return null;
        }

        await using var context = await store.OpenAsync(secret.Tenant, cancellationToken);
        var row = await SecretAsync(context, secret, kind, cancellationToken);
        var grant = row is null ? null : await context.Grants.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Tenant == row.Tenant && one.Id == row.GrantId && one.ClientId == client.ClientId, cancellationToken);
        if (row is null || grant is null)
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (!await TakeAsync(context, row, now, cancellationToken))
        {
            await ReusedAsync(context, grant, now, cancellationToken);
            return null;
        }

        var account = await LivingAccountAsync(context, grant, now, cancellationToken);
        return account is null || row.ExpiresAt <= now ? null : new UsedSecret(grant, row, account);
    }

    /// <summary>Makes the grant's next refresh token.</summary>
    public async Task<TenantSecret> RefreshAsync(GrantRecord grant, CancellationToken cancellationToken)
    {
        var next = TenantSecret.New(EntityId.Parse<TenantId>(grant.Tenant));
        var ends = time.GetUtcNow() + options.Value.RefreshTokenLifetime;
        await using var context = await store.OpenAsync(next.Tenant, cancellationToken);
        context.GrantSecrets.Add(new GrantSecretRecord
        {
            Tenant = grant.Tenant,
            SecretHash = next.Hash,
            GrantId = grant.Id,
            Kind = GrantSecretKind.Refresh,
            ExpiresAt = ends < grant.EndsAt ? ends : grant.EndsAt,
        });
        await context.SaveChangesAsync(cancellationToken);
        return next;
    }

    /// <summary>The grant of a refresh token that would still work; null otherwise. Uses nothing up.</summary>
    public async Task<(GrantRecord Grant, DateTimeOffset ExpiresAt)?> PeekAsync(string? text, ClientRecord client, CancellationToken cancellationToken)
    {
        if (!TenantSecret.TryRead(text, out var secret))
        {
            return null;
        }

        var now = time.GetUtcNow();
        await using var context = await store.OpenAsync(secret.Tenant, cancellationToken);
        var row = await SecretAsync(context, secret, GrantSecretKind.Refresh, cancellationToken);
        var grant = row is { UsedAt: null } && row.ExpiresAt > now
            ? await context.Grants.AsNoTracking().FirstOrDefaultAsync(
                one => one.Tenant == row.Tenant && one.Id == row.GrantId && one.ClientId == client.ClientId && one.RevokedAt == null, cancellationToken)
            : null;
        return grant is null ? null : (grant, row!.ExpiresAt);
    }

    /// <summary>The account that the grant speaks for while both stand; null otherwise.</summary>
    public async Task<Account?> LivingAccountAsync(string tenant, string grantId, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(AccountsScope.Of(tenant), cancellationToken);
        var grant = await context.Grants.AsNoTracking().FirstOrDefaultAsync(one => one.Tenant == tenant && one.Id == grantId, cancellationToken);
        return grant is null ? null : await LivingAccountAsync(context, grant, time.GetUtcNow(), cancellationToken);
    }

    /// <summary>Revokes a grant of the client. Repeating is safe.</summary>
    public async Task RevokeAsync(string tenant, string grantId, string clientId, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        await using var context = await store.OpenAsync(AccountsScope.Of(tenant), cancellationToken);
        await context.Grants
            .Where(one => one.Tenant == tenant && one.Id == grantId && one.ClientId == clientId && one.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.RevokedAt, now), cancellationToken);
    }

    private static Task<GrantSecretRecord?> SecretAsync(
        AccountsContext context, TenantSecret secret, GrantSecretKind kind, CancellationToken cancellationToken)
    {
        var (tenant, hash) = (secret.Tenant.ToString(), secret.Hash);
        return context.GrantSecrets.AsNoTracking().FirstOrDefaultAsync(
            row => row.Tenant == tenant && row.SecretHash == hash && row.Kind == kind, cancellationToken);
    }

    /// <summary>One statement decides who was first.</summary>
    private static async Task<bool> TakeAsync(
        AccountsContext context, GrantSecretRecord row, DateTimeOffset? now, CancellationToken cancellationToken) =>
        await context.GrantSecrets
            .Where(one => one.Tenant == row.Tenant && one.SecretHash == row.SecretHash && one.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.UsedAt, now), cancellationToken) == 1;

    private async Task ReusedAsync(AccountsContext context, GrantRecord grant, DateTimeOffset? now, CancellationToken cancellationToken)
    {
        await context.Grants.Where(one => one.Tenant == grant.Tenant && one.Id == grant.Id && one.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.RevokedAt, now), cancellationToken);
        var account = await AccountQueries.RowAsync(context, EntityId.Parse<TenantId>(grant.Tenant), grant.Account, cancellationToken);
        if (account is not null)
        {
            var by = Actor.Client(EntityId.Parse<TenantId>(grant.Tenant), grant.ClientId, Scope.None);
            await audit.AppendAsync(by, account.ToAccount(), "Account.TokenReused", cancellationToken);
        }
    }

    private static async Task<Account?> LivingAccountAsync(
        AccountsContext context, GrantRecord grant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (grant.RevokedAt is not null || grant.EndsAt <= now)
        {
            return null;
        }

        var row = await AccountQueries.RowAsync(context, EntityId.Parse<TenantId>(grant.Tenant), grant.Account, cancellationToken);
        return row is { Status: AccountStatus.Active } ? row.ToAccount() : null;
    }
}
