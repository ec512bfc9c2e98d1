using System.Text;
using MentorCloud.Identity.Clients;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Tokens;

/// <summary>Makes a client prove who it is: client_secret_basic or client_secret_post, one of them and not both (RFC 6749, section 2.3).</summary>
internal sealed class ClientAuthentication(AccountsStore store, TimeProvider time)
{
    private static readonly TimeSpan UsedGrain = TimeSpan.FromMinutes(1);

    public async Task<(ClientRecord? Client, OAuthRefusal? Refusal)> AuthenticateAsync(
        HttpRequest request, OAuthForm form, CancellationToken cancellationToken)
    {
        var (claimed, refusal) = Claimed(request, form);
        if (claimed is null)
        {
            return (null, refusal);
        }

        var row = await FindAsync(claimed.Value.Id, cancellationToken);
        return row is { RevokedAt: null } && Secrets.Matches(row.SecretHash, claimed.Value.Secret)
            ? (row, null)
            : (null, OAuthRefusal.InvalidClient);
    }

    private static ((string Id, string Secret)? Claimed, OAuthRefusal? Refusal) Claimed(HttpRequest request, OAuthForm form)
    {
        var header = request.Headers.Authorization;
        if (header.Count == 0)
        {
            return form["client_id"] is { } id && form["client_secret"] is { } secret ? ((id, secret), null) : (null, OAuthRefusal.InvalidClient);
        }

        if (form["client_secret"] is not null)
        {
            return (null, OAuthRefusal.InvalidRequest("The client proves who it is in more than one way."));
        }

        return Basic(header.ToString()) is { } basic && (form["client_id"] is not { } same || same == basic.Id)
            ? (basic, null)
            : (null, OAuthRefusal.InvalidClient);
    }

    private static (string Id, string Secret)? Basic(string header)
    {
        const string prefix = "Basic ";
        Span<byte> bytes = stackalloc byte[512];
        if (header.Length > 600 || !header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64String(header[prefix.Length..], bytes, out var length))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(bytes[..length]).Split(':', 2);
        return parts.Length == 2 ? (FormDecode(parts[0]), FormDecode(parts[1])) : null;
    }

    private static string FormDecode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private async Task<ClientRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!ClientKey.TryRead(id, out var key))
        {
            return null;
        }

        await using var context = await store.OpenAsync(cancellationToken);
        var tenant = key.Tenant.ToString();
        var row = await context.Clients.FirstOrDefaultAsync(client => client.Tenant == tenant && client.ClientId == id, cancellationToken);
        if (row is { RevokedAt: null } && (row.LastUsedAt is not { } used || time.GetUtcNow() - used >= UsedGrain))
        {
            row.LastUsedAt = time.GetUtcNow();
            await context.SaveChangesAsync(cancellationToken);
        }

        return row;
    }
}
