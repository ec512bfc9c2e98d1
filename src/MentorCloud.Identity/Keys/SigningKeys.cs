using System.Security.Cryptography;
using MentorCloud.Contracts.Keys;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Keys;

/// <summary>
/// The keys that sign tokens. The next one is published an overlap before it signs, the last one an overlap after it
/// has signed, so that nobody meets a token whose key they cannot know. Private halves rest wrapped by the master key.
/// </summary>
internal sealed class SigningKeys(
    AccountsStore store, IMasterKey master, IOptions<IdentityOptions> options, TimeProvider time) : ISigningKeyRing, IDisposable
{
    /// <summary>How long another server's rotation may stay unseen.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Snapshot? _snapshot;

    /// <summary>What a signing key's wrapping is bound to.</summary>
    public static string Context(string kid) => $"identity/signing/{kid}";

    public async Task<IReadOnlyList<SigningKeyInfo>> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return [.. (await PublishedAsync(cancellationToken)).Select(key => new SigningKeyInfo(
            key.Record.Kid, key.SignsAt(now), key.Record.ActiveFrom, key.Record.ActiveUntil, key.Record.ForgottenAt))];
    }

    /// <summary>The key that signs now.</summary>
    public async ValueTask<SigningKey> CurrentAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return (await PublishedAsync(cancellationToken)).Last(key => key.SignsAt(now));
    }

    /// <summary>Every key by which a token may still be checked, oldest first.</summary>
    public async ValueTask<IReadOnlyList<SigningKey>> PublishedAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_snapshot is { } fresh && fresh.IsGoodAt(now))
        {
            return fresh.Keys;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_snapshot is not { } snapshot || !snapshot.IsGoodAt(now))
            {
                _snapshot = snapshot = await RefreshAsync(now, cancellationToken);
            }

            return snapshot.Keys;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Lets a new key sign from now on; the old one stays published, so that no token in use fails.</summary>
    public async Task RotateAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            await store.ChangeAsync(AccountsScope.ServerKeys, async context =>
            {
                await context.SigningKeys.Where(row => row.ActiveFrom > now).ExecuteDeleteAsync(cancellationToken);
                foreach (var row in await context.SigningKeys.Where(row => row.ActiveUntil > now).ToListAsync(cancellationToken))
                {
                    (row.ActiveUntil, row.ForgottenAt) = (now, now + options.Value.SigningKeyOverlap);
                }

                context.SigningKeys.Add(await NewAsync(now, now, cancellationToken));
                return await context.SaveChangesAsync(cancellationToken);
            }, cancellationToken);
            await using var after = await store.OpenAsync(AccountsScope.ServerKeys, cancellationToken);
            _snapshot = await LoadAsync(after, now, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<Snapshot> RefreshAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(AccountsScope.ServerKeys, cancellationToken);
        var found = await LoadAsync(context, now, cancellationToken);
        if (found.Keys.Any(key => key.Record.ActiveUntil - options.Value.SigningKeyOverlap > now))
        {
            return found;
        }

        await AddNextAsync(now, cancellationToken);
        return await LoadAsync(context, now, cancellationToken);
    }

    private Task<int> AddNextAsync(DateTimeOffset now, CancellationToken cancellationToken) => store.ChangeAsync(AccountsScope.ServerKeys, async context =>
    {
        await context.SigningKeys.Where(row => row.ForgottenAt <= now).ExecuteDeleteAsync(cancellationToken);
        var last = await context.SigningKeys.AsNoTracking().OrderByDescending(row => row.ActiveUntil).FirstOrDefaultAsync(cancellationToken);
        if (last is null || last.ActiveUntil - options.Value.SigningKeyOverlap <= now)
        {
            var from = last is null || last.ActiveUntil < now ? now : last.ActiveUntil;
            context.SigningKeys.Add(await NewAsync(now, from, cancellationToken));
        }

        return await context.SaveChangesAsync(cancellationToken);
    }, cancellationToken);

    private async Task<Snapshot> LoadAsync(AccountsContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await context.SigningKeys.AsNoTracking()
            .Where(row => row.ForgottenAt > now).OrderBy(row => row.ActiveFrom).ToListAsync(cancellationToken);
        var known = _snapshot?.Keys.ToDictionary(key => key.Record.Kid) ?? [];
        var keys = new List<SigningKey>(rows.Count);
        foreach (var row in rows)
        {
            keys.Add(known.TryGetValue(row.Kid, out var loaded)
                ? loaded with { Record = row }
                : SigningKey.From(row, await master.UnwrapAsync(Convert.FromBase64String(row.WrappedKey), Context(row.Kid), cancellationToken)));
        }

        // A key that stops signing or begins to within the minute ends the snapshot's freshness earlier.
        var changes = rows.SelectMany(row => new[] { row.ActiveFrom, row.ActiveUntil, row.ForgottenAt }).Where(at => at > now);
        return new Snapshot(keys, changes.Append(now + Freshness).Min());
    }

    private async Task<SigningKeyRecord> NewAsync(DateTimeOffset now, DateTimeOffset from, CancellationToken cancellationToken)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parameters = pair.ExportParameters(includePrivateParameters: true);
        var kid = Secrets.Hash(Convert.ToHexString(parameters.Q.X!))[..16];
        var wrapped = await master.WrapAsync(parameters.D!, Context(kid), cancellationToken);
        CryptographicOperations.ZeroMemory(parameters.D);
        return new SigningKeyRecord
        {
            Kid = kid,
            X = Base64UrlEncoder.Encode(parameters.Q.X!),
            Y = Base64UrlEncoder.Encode(parameters.Q.Y!),
            WrappedKey = Convert.ToBase64String(wrapped),
            CreatedAt = now,
            ActiveFrom = from,
            ActiveUntil = from + options.Value.SigningKeyLifetime,
            ForgottenAt = from + options.Value.SigningKeyLifetime + options.Value.SigningKeyOverlap,
        };
    }

    private sealed record Snapshot(IReadOnlyList<SigningKey> Keys, DateTimeOffset Until)
    {
        public bool IsGoodAt(DateTimeOffset now) => now < Until;
    }
}
