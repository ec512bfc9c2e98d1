using System.Collections.Concurrent;
using System.Diagnostics;

namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>What a server in this process does for one request, as its traces tell; other requests are told apart by their trace.</summary>
internal sealed class StepRecorder : IDisposable
{
    private const string Web = "Microsoft.AspNetCore";
    private const string Ours = "MentorCloud.";

    /// <summary>Whether a grain that was called a moment ago is awake still depends on the moment; what it read then was its own key's.</summary>
    private const string Waking = "grain store read";

    private readonly ConcurrentDictionary<ActivityTraceId, Trace> traces = new();
    private readonly ActivityListener listener;
    private readonly Func<Task> rest;

    /// <param name="rest">Waits until the server does nothing more.</param>
    public StepRecorder(Func<Task> rest)
    {
        this.rest = rest;
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Web || source.Name.StartsWith(Ours, StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                traces.ContainsKey(options.Parent.TraceId) ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStarted = activity => traces.GetValueOrDefault(activity.TraceId)?.Begin(),
            ActivityStopped = activity => traces.GetValueOrDefault(activity.TraceId)?.End(activity),
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The names of a request's steps, sorted, because those that run side by side end in any order.</summary>
    public async Task<List<string>> OfAsync(Func<Task> request)
    {
        await rest();
        using var activity = new Activity("request").Start();
        var trace = traces.GetOrAdd(activity.TraceId, _ => new Trace());
        await request();
        await trace.Over.Task.WaitAsync(TestContext.Current.CancellationToken);
        await rest();
        traces.TryRemove(activity.TraceId, out _);
        return [.. trace.Steps.Order(StringComparer.Ordinal)];
    }

    public void Dispose() => listener.Dispose();

    /// <summary>One request: over when the answer has left and every step that was begun has ended.</summary>
    private sealed class Trace
    {
        private int open;
        private volatile bool answered;

        public ConcurrentQueue<string> Steps { get; } = [];

        public TaskCompletionSource Over { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Begin() => Interlocked.Increment(ref open);

        public void End(Activity activity)
        {
            if (activity.Source.Name == Web)
            {
                answered = true;
            }
            else if (activity.Source.Name.StartsWith(Ours, StringComparison.Ordinal) && activity.DisplayName != Waking)
            {
                Steps.Enqueue($"{activity.Source.Name}: {activity.DisplayName}");
            }

            if (Interlocked.Decrement(ref open) == 0 && answered)
            {
                Over.TrySetResult();
            }
        }
    }
}
