using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using MentorCloud.Contracts.Keys;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Keys;

/// <summary>Symmetric keys of the server's own, one a purpose, made at first use and kept wrapped by the master key.</summary>
internal sealed class ServerSecrets(AccountsStore store, IMasterKey master)
{
    private readonly ConcurrentDictionary<string, byte[]> _loaded = new(StringComparer.Ordinal);

    /// <summary>What a secret's wrapping is bound to.</summary>
    public static string Context(string purpose) => $"identity/secret/{purpose}";

    /// <summary>HMAC-SHA256 under the purpose's key.</summary>
    public async ValueTask<byte[]> SignAsync(string purpose, string text, CancellationToken cancellationToken) =>
        HMACSHA256.HashData(await KeyAsync(purpose, cancellationToken), Encoding.UTF8.GetBytes(text));

    /// <summary>Seals bytes with AES-256-GCM; they open in the same place only.</summary>
    public async ValueTask<string> SealAsync(string purpose, string place, byte[] plain, CancellationToken cancellationToken) =>
        Seal(await KeyAsync(purpose, cancellationToken), place, plain);

    /// <summary>Opens what was sealed in this place.</summary>
    public async ValueTask<byte[]> OpenAsync(string purpose, string place, string text, CancellationToken cancellationToken) =>
        Open(await KeyAsync(purpose, cancellationToken), place, text);

    /// <summary>Seals bytes under a key of the caller's.</summary>
    public static string Seal(ReadOnlySpan<byte> key, string place, byte[] plain) =>
        Convert.ToBase64String(SealedBox.Close(key, plain, Encoding.UTF8.GetBytes(place)));

    /// <summary>Opens what was sealed in this place under a key of the caller's.</summary>
    /// <exception cref="CryptographicException">Another key or place, or altered.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, string place, string text) =>
        SealedBox.Open(key, Convert.FromBase64String(text), Encoding.UTF8.GetBytes(place));

    /// <summary>The purpose's key, 32 bytes.</summary>
    public async ValueTask<byte[]> KeyAsync(string purpose, CancellationToken cancellationToken) =>
        _loaded.TryGetValue(purpose, out var key) ? key : _loaded.GetOrAdd(purpose, await LoadAsync(purpose, cancellationToken));

    private async Task<byte[]> LoadAsync(string purpose, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(cancellationToken);
        var wrapping = Context(purpose);
        var row = await context.ServerSecrets.AsNoTracking().FirstOrDefaultAsync(secret => secret.Name == purpose, cancellationToken);
        if (row is null)
        {
            var wrapped = await master.WrapAsync(RandomNumberGenerator.GetBytes(SealedBox.KeyBytes), wrapping, cancellationToken);
            row = await AddAsync(context, new ServerSecretRecord { Name = purpose, WrappedKey = Convert.ToBase64String(wrapped) }, cancellationToken);
        }

        return await master.UnwrapAsync(Convert.FromBase64String(row.WrappedKey), wrapping, cancellationToken);
    }

    private static async Task<ServerSecretRecord> AddAsync(
        AccountsContext context, ServerSecretRecord made, CancellationToken cancellationToken)
    {
        context.ServerSecrets.Add(made);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return made;
        }
        catch (DbUpdateException exception) when (UniqueIndex.IsViolatedBy(exception))
        {
            // Another server was first: its key is the one that counts.
            return await context.ServerSecrets.AsNoTracking().FirstAsync(secret => secret.Name == made.Name, cancellationToken);
        }
    }
}
