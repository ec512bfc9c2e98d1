using System.Collections.Concurrent;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Exports;

/// <summary>One export of a tenant at a time: each wakes all of its grains.</summary>
internal sealed class RunningExports
{
    private readonly ConcurrentDictionary<TenantId, bool> running = new();

    /// <summary>Begins; null while another one of the tenant runs in this process.</summary>
    public IDisposable? TryBegin(TenantId tenant) => running.TryAdd(tenant, true) ? new Turn(running, tenant) : null;

    private sealed class Turn(ConcurrentDictionary<TenantId, bool> running, TenantId tenant) : IDisposable
    {
        public void Dispose() => running.TryRemove(tenant, out _);
    }
}
