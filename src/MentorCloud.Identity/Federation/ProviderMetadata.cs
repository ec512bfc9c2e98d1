using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Federation;

/// <summary>
/// Providers' discovery documents and keys: kept for an hour, read again when a key is unknown (at most once a minute,
/// whoever sends nonsense), and used for a day more while the provider cannot be reached.
/// </summary>
internal sealed class ProviderMetadata(ProviderHttp http, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan Usable = TimeSpan.FromDays(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private const int MostKept = 10_000;
    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The provider's description; null when it cannot be reached or describes somebody else.</summary>
    /// <param name="issuer">Its issuer.</param>
    /// <param name="anew">Whether a key was unknown: reads again unless that was done within the minute.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<OpenIdConnectConfiguration?> FindAsync(string issuer, bool anew, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var kept = _kept.GetValueOrDefault(issuer);
        if (kept is not null && now - kept.TriedAt < (anew ? Patience : Fresh))
        {
            return kept.Configuration;
        }

        var read = await ReadAsync(issuer, cancellationToken);
        var next = read is not null
            ? new Kept(read, now, now)
            : kept is not null && now - kept.ReadAt < Usable ? kept with { TriedAt = now - Fresh + Patience } : null;
        if (next is null)
        {
            _kept.TryRemove(issuer, out _);
        }
        else if (_kept.Count < MostKept || kept is not null)
        {
            _kept[issuer] = next;
        }

        return next?.Configuration;
    }

    private async Task<OpenIdConnectConfiguration?> ReadAsync(string issuer, CancellationToken cancellationToken)
    {
        try
        {
            var read = await OpenIdConnectConfigurationRetriever.GetAsync(
                issuer.TrimEnd('/') + "/.well-known/openid-configuration", http, cancellationToken);

            // The document must be that issuer's own, text for text (OpenID Connect Discovery 1.0, section 4.3).
            return read.Issuer == issuer && http.MayBeUsed(read.AuthorizationEndpoint) && http.MayBeUsed(read.TokenEndpoint) && read.SigningKeys.Count > 0
                ? read
                : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException or ArgumentException
            or SecurityTokenException or InvalidOperationException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private sealed record Kept(OpenIdConnectConfiguration Configuration, DateTimeOffset ReadAt, DateTimeOffset TriedAt);
}
