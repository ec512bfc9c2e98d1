using System.Text;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Clients;
using MentorCloud.Identity.Login;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Tokens;

/// <summary>
/// Makes a client prove who it is in the one way that it was registered for: client_secret_basic or client_secret_post,
/// private_key_jwt, or none for programs that can keep no secret (RFC 6749, section 2.3: never two ways at once).
/// </summary>
internal sealed class ClientAuthentication(ClientLookup clients, KeyProof keys, LoginThrottle throttle)
{
    public async Task<(ClientRecord? Client, OAuthRefusal? Refusal)> AuthenticateAsync(
        HttpRequest request, OAuthForm form, CancellationToken cancellationToken)
    {
        var header = request.Headers.Authorization;
        var ways = (header.Count > 0 ? 1 : 0) + (form["client_secret"] is null ? 0 : 1) + (form["client_assertion"] is null ? 0 : 1);
        if (ways > 1)
        {
            return (null, OAuthRefusal.InvalidRequest("The client proves who it is in more than one way."));
        }

        var claimed = header.Count > 0 ? Basic(header.ToString()) : Posted(form);
        if (claimed is null || (form["client_id"] is { } named && named != claimed.Id))
        {
            return (null, OAuthRefusal.InvalidClient);
        }

        // Counted when it has failed, not before as with passwords: a program asks many times at once, and no secret can be guessed.
        var attempt = new LoginAttempt("client|" + claimed.Id, RequestSource.Of(request.HttpContext), Device: null);
        if (throttle.Wait(attempt) is var wait && wait > TimeSpan.Zero)
        {
            return (null, OAuthRefusal.TooMany(wait));
        }

        var client = await clients.FindAsync(claimed.Id, cancellationToken);
        if (client is null || !await HoldsAsync(client, claimed, cancellationToken))
        {
            throttle.Failed(attempt);
            return (null, OAuthRefusal.InvalidClient);
        }

        await clients.NoteUseAsync(client, cancellationToken);
        return (client, null);
    }

    private async Task<bool> HoldsAsync(ClientRecord client, Claim claimed, CancellationToken cancellationToken) => client.Proof switch
    {
        ClientProof.Secret => claimed.Secret is { } secret && Secrets.Matches(client.SecretHash, secret),
        ClientProof.PrivateKey => claimed.Assertion is { } assertion && await keys.HoldsAsync(client, assertion, cancellationToken),
        _ => claimed is { Secret: null, Assertion: null },
    };

    private Claim? Posted(OAuthForm form)
    {
        if (form["client_assertion"] is { } assertion)
        {
            return form["client_assertion_type"] == KeyProof.AssertionType && keys.ClaimedClient(assertion) is { Length: > 0 } subject
                ? new Claim(subject, null, assertion)
                : null;
        }

        return form["client_id"] is { } id ? new Claim(id, form["client_secret"], null) : null;
    }

    private static Claim? Basic(string header)
    {
        const string prefix = "Basic ";
        Span<byte> bytes = stackalloc byte[512];
        if (header.Length > 600 || !header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64String(header[prefix.Length..], bytes, out var length))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(bytes[..length]).Split(':', 2);
        return parts.Length == 2 ? new Claim(FormDecode(parts[0]), FormDecode(parts[1]), null) : null;
    }

    private static string FormDecode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private sealed record Claim(string Id, string? Secret, string? Assertion);
}
