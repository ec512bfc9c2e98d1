using System.Text.Json;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using MentorCloud.Identity.Tokens;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Provider;

/// <summary>Authorization requests that a program deposited before it sent the browser (RFC 9126).</summary>
internal sealed class PushedRequests(AccountsStore store, TimeProvider time)
{
    public const string Prefix = "urn:ietf:params:oauth:request_uri:";
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>How long a deposit can be waited for in all, however often somebody comes back to it.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(12);

    /// <summary>Keeps what can be read of a wish without fault.</summary>
    public async Task<string> DepositAsync(ClientRecord client, OAuthForm form, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var secret = TenantSecret.New(EntityId.Parse<TenantId>(client.Tenant));
        var kept = AuthorizationReading.Known(form);
        kept["client_id"] = client.ClientId;
        await using var context = await store.OpenAsync(secret.Tenant, cancellationToken);
        context.PushedRequests.Add(new PushedRequestRecord
        {
            Tenant = client.Tenant,
            SecretHash = secret.Hash,
            ClientId = client.ClientId,
            Parameters = JsonSerializer.Serialize(kept),
            CreatedAt = now,
            ExpiresAt = now + lifetime,
        });
        await context.SaveChangesAsync(cancellationToken);
        return Prefix + secret;
    }

    /// <summary>The deposited parameters and when they came; null when there are none for this client any more.</summary>
    public async Task<(OAuthForm Form, DateTimeOffset At)?> FindAsync(string requestUri, string? clientId, CancellationToken cancellationToken)
    {
        if (Secret(requestUri) is not { } secret)
        {
            return null;
        }

        var (tenant, hash, now) = (secret.Tenant.ToString(), secret.Hash, time.GetUtcNow());
        await using var context = await store.OpenAsync(secret.Tenant, cancellationToken);
        var row = await context.PushedRequests.AsNoTracking().FirstOrDefaultAsync(
            one => one.Tenant == tenant && one.SecretHash == hash && one.ClientId == clientId && one.UsedAt == null && one.ExpiresAt > now,
            cancellationToken);
        return row is null ? null : (OAuthForm.Of(JsonSerializer.Deserialize<Dictionary<string, string>>(row.Parameters)!), row.CreatedAt);
    }

    /// <summary>Lets a deposit that works still work as long from now on, within <see cref="LongestLife"/>.</summary>
    public async Task ExtendAsync(string requestUri, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        if (Secret(requestUri) is not { } secret)
        {
            return;
        }

        var (tenant, hash, now) = (secret.Tenant.ToString(), secret.Hash, time.GetUtcNow());
        var (until, earliest) = (now + lifetime, now + lifetime - LongestLife);
        await using var context = await store.OpenAsync(secret.Tenant, cancellationToken);
        await context.PushedRequests
            .Where(one => one.Tenant == tenant && one.SecretHash == hash && one.UsedAt == null && one.ExpiresAt > now && one.ExpiresAt < until && one.CreatedAt > earliest)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ExpiresAt, until), cancellationToken);
    }

    /// <summary>Uses a deposit up; false when somebody did before.</summary>
    public async Task<bool> UseAsync(string requestUri, CancellationToken cancellationToken)
    {
        if (Secret(requestUri) is not { } secret)
        {
            return false;
        }

        var (tenant, hash) = (secret.Tenant.ToString(), secret.Hash);
        DateTimeOffset? now = time.GetUtcNow();
        await using var context = await store.OpenAsync(secret.Tenant, cancellationToken);
        return await context.PushedRequests.Where(one => one.Tenant == tenant && one.SecretHash == hash && one.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.UsedAt, now), cancellationToken) == 1;
    }

    private static TenantSecret? Secret(string requestUri) =>
        requestUri.StartsWith(Prefix, StringComparison.Ordinal) && TenantSecret.TryRead(requestUri[Prefix.Length..], out var secret) ? secret : null;
}
