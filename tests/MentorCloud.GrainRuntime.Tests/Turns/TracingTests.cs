using System.Collections.Concurrent;
using System.Diagnostics;
using MentorCloud.GrainRuntime.Tests.Grains;

namespace MentorCloud.GrainRuntime.Tests.Turns;

public sealed class TracingTests
{
    [Fact]
    public async Task Each_turn_is_a_span_that_ends_and_what_follows_is_no_part_of_it()
    {
        using var whole = new Activity("request").Start();
        var (begun, ended) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "MentorCloud.GrainRuntime",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == whole.TraceId ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStarted = activity => begun.Enqueue($"{activity.DisplayName} in {activity.Parent!.OperationName}"),
            ActivityStopped = activity => ended.Enqueue(activity.DisplayName),
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await TestHost.StartAsync();
        var counter = host.Get<ICounterGrain>("t/1");

        await counter.Add(1);
        Assert.Same(whole, Activity.Current);
        await counter.AddSlowly(1);
        Assert.Same(whole, Activity.Current);

        Assert.Equal(2, begun.Count);
        Assert.All(begun, span => Assert.EndsWith(" in request", span, StringComparison.Ordinal));
        Assert.Equal(2, ended.Count);
    }
}
