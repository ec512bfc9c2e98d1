using System.Collections.Concurrent;

namespace MentorCloud.GrainRuntime.Tests;

/// <summary>Lets a test hold grains at chosen points and watch what they did, without any waiting by the clock.</summary>
internal sealed class Gate
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _reached = new(StringComparer.Ordinal);

    /// <summary>So that what never comes fails the test instead of holding it up; far more than anything takes.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    public ConcurrentQueue<string> Events { get; } = new();

    /// <summary>Called by a grain: says that it came here, then waits until the test opens.</summary>
    public Task PassAsync(string name)
    {
        Source(_reached, name).TrySetResult();
        return Source(_open, name).Task;
    }

    public void Open(string name) => Source(_open, name).TrySetResult();

    public Task ReachedAsync(string name) => Source(_reached, name).Task.WaitAsync(Bound);

    public void Mark(string text)
    {
        Events.Enqueue(text);
        Source(_reached, text).TrySetResult();
    }

    private static TaskCompletionSource Source(ConcurrentDictionary<string, TaskCompletionSource> sources, string name) =>
        sources.GetOrAdd(name, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
