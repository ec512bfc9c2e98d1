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

    /// <summary>HMAC-SHA256 under the purpose's key.</summary>
    public async ValueTask<byte[]> SignAsync(string purpose, string text, CancellationToken cancellationToken) =>
        HMACSHA256.HashData(await KeyAsync(purpose, cancellationToken), Encoding.UTF8.GetBytes(text));

    /// <summary>The purpose's key, 32 bytes.</summary>
    public async ValueTask<byte[]> KeyAsync(string purpose, CancellationToken cancellationToken) =>
        _loaded.TryGetValue(purpose, out var key) ? key : _loaded.GetOrAdd(purpose, await LoadAsync(purpose, cancellationToken));

    private async Task<byte[]> LoadAsync(string purpose, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(cancellationToken);
        var wrapping = $"identity/secret/{purpose}";
        var row = await context.ServerSecrets.AsNoTracking().FirstOrDefaultAsync(secret => secret.Name == purpose, cancellationToken);
        if (row is null)
        {
            var wrapped = await master.WrapAsync(RandomNumberGenerator.GetBytes(32), wrapping, cancellationToken);
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
