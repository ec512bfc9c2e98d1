using System.Collections.Concurrent;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Hosting;
using Microsoft.Extensions.Options;

namespace MentorCloud.Gateway.Rates;

/// <summary>
/// How many queries of a tenant run at once; further ones wait for each other in the order of their coming. A budget alone does
/// not protect other tenants: who saved theirs up may spend a minute's worth in one burst.
/// </summary>
internal sealed class TenantTurns(IOptions<GatewayOptions> options)
{
    private readonly ConcurrentDictionary<TenantId, SemaphoreSlim> turns = new();

    /// <summary>Waits for a turn, which ends when the answer is disposed.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public async ValueTask<IDisposable> EnterAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var own = turns.GetOrAdd(tenant, _ => new SemaphoreSlim(options.Value.TenantQueriesAtOnce));
        await own.WaitAsync(cancellationToken);
        return new Turn(own);
    }

    private sealed class Turn(SemaphoreSlim own) : IDisposable
    {
        public void Dispose() => own.Release();
    }
}
