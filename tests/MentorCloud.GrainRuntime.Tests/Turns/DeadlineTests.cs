using MentorCloud.GrainRuntime.Tests.Grains;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GrainRuntime.Tests.Turns;

public sealed class DeadlineTests
{
    [Fact]
    public async Task Caller_gives_up_at_the_deadline_and_the_grain_goes_on()
    {
        await using var host = await TestHost.StartAsync();
        var counter = host.Get<ICounterGrain>("t/1");
        var gate = host.Services.GetRequiredService<Gate>();
        var held = counter.Hold("hold");
        await gate.ReachedAsync("hold");

        host.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(held.IsCompleted);
        host.Clock.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<TimeoutException>(() => held);
        gate.Open("hold");
        Assert.Equal(2, await counter.Add(1));
    }

    [Fact]
    public async Task Call_that_waited_past_its_deadline_never_starts()
    {
        await using var host = await TestHost.StartAsync();
        var counter = host.Get<ICounterGrain>("t/1");
        var gate = host.Services.GetRequiredService<Gate>();
        var held = counter.Hold("hold");
        await gate.ReachedAsync("hold");
        var waiting = counter.Add(100);

        host.Clock.Advance(TimeSpan.FromSeconds(31));
        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        await Assert.ThrowsAsync<TimeoutException>(() => held);
        gate.Open("hold");

        Assert.Equal(1, await counter.Add(0));
    }

    [Fact]
    public async Task Nested_call_shares_the_deadline_of_its_caller()
    {
        await using var host = await TestHost.StartAsync();
        var gate = host.Services.GetRequiredService<Gate>();
        var relay = host.Get<IRelayGrain>("t/relay");
        var outer = relay.HoldThen("first", "t/far", "second");
        await gate.ReachedAsync("first");
        host.Clock.Advance(TimeSpan.FromSeconds(20));
        gate.Open("first");
        await gate.ReachedAsync("second");

        host.Clock.Advance(TimeSpan.FromSeconds(11));

        await Assert.ThrowsAsync<TimeoutException>(() => outer);
        // The nested call takes its place among those that wait after it has reached its grain, so the clock goes on until it is seen there.
        var given = gate.ReachedAsync("nested timed out");
        while (!given.IsCompleted)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await given;
        gate.Open("second");
    }

    [Fact]
    public async Task Call_whose_deadline_has_passed_already_is_over_at_the_next_second()
    {
        await using var host = await TestHost.StartAsync();
        var gate = host.Services.GetRequiredService<Gate>();
        var outer = host.Get<IRelayGrain>("t/relay").HoldThen("first", "t/far", "second");
        await gate.ReachedAsync("first");
        host.Clock.Advance(TimeSpan.FromSeconds(20));
        var other = host.Get<ICounterGrain>("t/other").Hold("other");
        await WaitingAsync(host, calls: 2);
        host.Clock.Advance(TimeSpan.FromSeconds(20));
        await Assert.ThrowsAsync<TimeoutException>(() => outer);

        // The turn goes on, and calls with the deadline of its caller, who has gone; the wheel is past it, for the other call kept it turning.
        gate.Open("first");
        await WaitingAsync(host, calls: 2);
        host.Clock.Advance(TimeSpan.FromSeconds(2));

        try
        {
            await gate.ReachedAsync("nested timed out");
        }
        finally
        {
            gate.Open("other");
            gate.Open("second");
        }

        await other;
    }

    /// <summary>A call takes its place among those that wait after it has reached its grain.</summary>
    private static async Task WaitingAsync(TestHost host, int calls)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (host.Host.Deadlines.Count != calls)
        {
            Assert.True(
                TimeProvider.System.GetElapsedTime(began) < Gate.Bound,
                $"Waited {Gate.Bound.TotalMinutes} minutes in vain for {calls} calls with a deadline; there are {host.Host.Deadlines.Count}.");
            await Task.Yield();
        }
    }

    [Fact]
    public async Task Cancelled_call_that_waits_for_its_turn_never_starts()
    {
        await using var host = await TestHost.StartAsync();
        var counter = host.Get<ICounterGrain>("t/1");
        var gate = host.Services.GetRequiredService<Gate>();
        var held = counter.Hold("hold");
        await gate.ReachedAsync("hold");
        using var cancelling = new CancellationTokenSource();
        var waiting = counter.AddCancellable(100, cancelling.Token);

        await cancelling.CancelAsync();
        gate.Open("hold");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await held;
        Assert.Equal(1, await counter.Add(0));
    }
}
