using System.Security.Cryptography;
using MentorCloud.Contracts.Keys;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Keys;

/// <summary>Signing keys and the server's secrets under a new master key.</summary>
internal sealed class MasterKeyChange(AccountsStore store) : IMasterKeyChange
{
    public Task<int> RewrapAsync(IMasterKey before, IMasterKey after, CancellationToken cancellationToken) => store.ChangeAsync(AccountsScope.ServerKeys, async context =>
    {
        var count = 0;
        foreach (var row in await context.SigningKeys.ToListAsync(cancellationToken))
        {
            if (await WrapAsync(row.WrappedKey, SigningKeys.Context(row.Kid), before, after, cancellationToken) is { } wrapped)
            {
                count += await context.SigningKeys.Where(key => key.Kid == row.Kid)
                    .ExecuteUpdateAsync(set => set.SetProperty(key => key.WrappedKey, wrapped), cancellationToken);
            }
        }

        foreach (var row in await context.ServerSecrets.ToListAsync(cancellationToken))
        {
            if (await WrapAsync(row.WrappedKey, ServerSecrets.Context(row.Name), before, after, cancellationToken) is { } wrapped)
            {
                count += await context.ServerSecrets.Where(secret => secret.Name == row.Name)
                    .ExecuteUpdateAsync(set => set.SetProperty(secret => secret.WrappedKey, wrapped), cancellationToken);
            }
        }

        return count;
    }, cancellationToken);

    /// <summary>The key under the new master key; null when it is so already.</summary>
    private static async Task<string?> WrapAsync(
        string wrapped, string place, IMasterKey before, IMasterKey after, CancellationToken cancellationToken)
    {
        var bytes = Convert.FromBase64String(wrapped);
        try
        {
            CryptographicOperations.ZeroMemory(await after.UnwrapAsync(bytes, place, cancellationToken));
            return null;
        }
        catch (CryptographicException)
        {
            var plain = await before.UnwrapAsync(bytes, place, cancellationToken);
            var anew = await after.WrapAsync(plain, place, cancellationToken);
            CryptographicOperations.ZeroMemory(plain);
            return Convert.ToBase64String(anew);
        }
    }
}
