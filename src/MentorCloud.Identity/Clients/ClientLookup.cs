using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Clients;

/// <summary>Finds a client by the id that it sent.</summary>
internal sealed class ClientLookup(AccountsStore store, TimeProvider time)
{
    private static readonly TimeSpan UsedGrain = TimeSpan.FromMinutes(1);

    /// <summary>The client while it is not revoked; null otherwise.</summary>
    public async Task<ClientRecord?> FindAsync(string? clientId, CancellationToken cancellationToken)
    {
        if (!ClientKey.TryRead(clientId, out var key))
        {
            return null;
        }

        await using var context = await store.OpenAsync(key.Tenant, cancellationToken);
        var tenant = key.Tenant.ToString();
        return await context.Clients.AsNoTracking().FirstOrDefaultAsync(
            row => row.Tenant == tenant && row.ClientId == clientId && row.RevokedAt == null, cancellationToken);
    }

    /// <summary>Notes that the client got in, to the minute.</summary>
    public async Task NoteUseAsync(ClientRecord client, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (client.LastUsedAt is { } used && now - used < UsedGrain)
        {
            return;
        }

        DateTimeOffset? noted = now;
        await using var context = await store.OpenAsync(AccountsScope.Of(client.Tenant), cancellationToken);
        await context.Clients.Where(row => row.Tenant == client.Tenant && row.ClientId == client.ClientId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, noted), cancellationToken);
    }
}
