using System.Collections.Concurrent;
using System.Diagnostics;

namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>What a server in this process does for one request, as its traces tell; other requests are told apart by their trace.</summary>
internal sealed class StepRecorder : IDisposable
{
    private const string Web = "Microsoft.AspNetCore";
    private const string Ours = "MentorCloud.";
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
            ActivityStopped = Note,
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
        await trace.Answered.Task.WaitAsync(TestContext.Current.CancellationToken);
        await rest();
        traces.TryRemove(activity.TraceId, out _);
        return [.. trace.Steps.Order(StringComparer.Ordinal)];
    }

    public void Dispose() => listener.Dispose();

    private void Note(Activity activity)
    {
        if (!traces.TryGetValue(activity.TraceId, out var trace))
        {
            return;
        }

        if (activity.Source.Name == Web)
        {
            trace.Answered.TrySetResult();
        }
        else
        {
            trace.Steps.Enqueue($"{activity.Source.Name}: {activity.DisplayName}");
        }
    }

    private sealed class Trace
    {
        public ConcurrentQueue<string> Steps { get; } = [];

        public TaskCompletionSource Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
