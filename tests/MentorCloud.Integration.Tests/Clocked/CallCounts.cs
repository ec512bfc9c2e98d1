using System.Collections.Concurrent;
using MentorCloud.GrainRuntime;

namespace MentorCloud.Integration.Tests.Clocked;

/// <summary>How often each method of a port and of our grains was called.</summary>
internal sealed class CallCounts : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<string, int> counts = new();

    /// <summary>Forgets what was counted.</summary>
    public void Clear() => counts.Clear();

    /// <summary>Calls by <c>Interface.Method</c>, in the order of the names.</summary>
    public SortedDictionary<string, int> Snapshot() => new(counts, StringComparer.Ordinal);

    /// <summary>Counts a call.</summary>
    public void Add(string contract, string method) => counts.AddOrUpdate($"{contract}.{method}", 1, (_, count) => count + 1);

    public Task Invoke(IIncomingGrainCallContext context)
    {
        Add(context.InterfaceName[(context.InterfaceName.LastIndexOf('.') + 1)..], context.MethodName);
        return context.Invoke();
    }
}
