using System.Collections.Concurrent;
using MentorCloud.GrainRuntime;

namespace MentorCloud.Integration.Tests.Clocked;

/// <summary>How often each method of a port and of our grains was called.</summary>
internal sealed class CallCounts : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<string, int> counts = new();
    private readonly ConcurrentDictionary<string, Exception> faults = new();

    /// <summary>Forgets what was counted.</summary>
    public void Clear() => counts.Clear();

    /// <summary>Calls by <c>Interface.Method</c>, in the order of the names.</summary>
    public SortedDictionary<string, int> Snapshot() => new(counts, StringComparer.Ordinal);

    /// <summary>Has the next call of <c>Interface.Method</c> fail.</summary>
    public void FailOnce(string name, Exception exception) => faults[name] = exception;

    /// <summary>Counts a call.</summary>
    public void Add(string contract, string method)
    {
        var name = $"{contract}.{method}";
        counts.AddOrUpdate(name, 1, (_, count) => count + 1);
        if (faults.TryRemove(name, out var exception))
        {
            throw exception;
        }
    }

    public Task Invoke(IIncomingGrainCallContext context)
    {
        Add(context.InterfaceName[(context.InterfaceName.LastIndexOf('.') + 1)..], context.MethodName);
        return context.Invoke();
    }
}
