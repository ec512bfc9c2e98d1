using System.Collections.Concurrent;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Hosting;

/// <summary>
/// Lets a few work at a time, and of each tenant one: whoever asks for a hundred things keeps nobody else waiting for more
/// than the one that is being done.
/// </summary>
/// <param name="most">How many work at a time, 1 or more.</param>
internal sealed class FairTurns(int most) : IDisposable
{
    private readonly SemaphoreSlim all = new(most);

    /// <summary>One a tenant, kept: a tenant that asked once asks again.</summary>
    private readonly ConcurrentDictionary<TenantId, SemaphoreSlim> tenants = new();

    /// <summary>Waits for a turn; disposing it ends the turn.</summary>
    public async Task<IDisposable> TakeAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var own = tenants.GetOrAdd(tenant, static _ => new SemaphoreSlim(1));
        await own.WaitAsync(cancellationToken);
        try
        {
            await all.WaitAsync(cancellationToken);
        }
        catch
        {
            own.Release();
            throw;
        }

        return new Turn(all, own);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        all.Dispose();
        foreach (var own in tenants.Values)
        {
            own.Dispose();
        }
    }

    private sealed class Turn(SemaphoreSlim all, SemaphoreSlim own) : IDisposable
    {
        public void Dispose()
        {
            all.Release();
            own.Release();
        }
    }
}
