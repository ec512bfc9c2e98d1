using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Federation;

/// <summary>
/// Providers' discovery documents and keys: kept for an hour, read again when a key is unknown, and used for a day more while
/// the provider cannot be reached. Whoever sends nonsense, and whether the provider answers or not, it is asked at most once a
/// minute, and by one at a time.
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
    /// <param name="anew">Whether a key was unknown: reads again unless that was tried within the minute.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<OpenIdConnectConfiguration?> FindAsync(string issuer, bool anew, CancellationToken cancellationToken)
    {
        var kept = _kept.GetOrAdd(issuer, _ => MakeRoom());
        if (IsDue(kept, anew))
        {
            await kept.Turn.WaitAsync(cancellationToken);
            try
            {
                // Whoever waited finds what the one before has read, or that it could not.
                if (IsDue(kept, anew))
                {
                    var read = await ReadAsync(issuer, cancellationToken);
                    kept.Tried(read, time.GetUtcNow());
                }
            }
            finally
            {
                kept.Turn.Release();
            }
        }

        return kept.Read is { } known && time.GetUtcNow() - known.At < Usable ? known.Configuration : null;
    }

    private bool IsDue(Kept kept, bool anew)
    {
        var now = time.GetUtcNow();
        return now - kept.TriedAt >= Patience && (anew || kept.Read is not { } known || now - known.At >= Fresh);
    }

    /// <summary>Issuers come from the settings of tenants, who may change them as often as they like.</summary>
    private Kept MakeRoom()
    {
        if (_kept.Count >= MostKept && _kept.MinBy(entry => entry.Value.TriedAt) is { Key: { } longestAgo })
        {
            _kept.TryRemove(longestAgo, out _);
        }

        return new Kept();
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

    /// <summary>What is known of a provider; changed by whoever has the turn.</summary>
    private sealed class Kept
    {
        private long _triedAt = DateTimeOffset.MinValue.UtcTicks;
        private volatile Document? _read;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Document? Read => _read;

        public DateTimeOffset TriedAt => new(Interlocked.Read(ref _triedAt), TimeSpan.Zero);

        public void Tried(OpenIdConnectConfiguration? read, DateTimeOffset now)
        {
            _read = read is null ? _read : new Document(read, now);
            Interlocked.Exchange(ref _triedAt, now.UtcTicks);
        }
    }

    private sealed record Document(OpenIdConnectConfiguration Configuration, DateTimeOffset At);
}
