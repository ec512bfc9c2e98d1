using MentorCloud.GrainRuntime.Tests.Grains;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GrainRuntime.Tests.Turns;

public sealed class TurnTests
{
    [Fact]
    public async Task Call_that_completes_at_once_returns_its_result()
    {
        await using var host = await TestHost.StartAsync();
        var counter = host.Get<ICounterGrain>("t/1");

        Assert.Equal(2, await counter.Add(2));
        Assert.Equal(5, await counter.Add(3));
        Assert.Equal("counter/t/1", await counter.Who());
    }

    [Fact]
    public async Task Concurrent_calls_that_wait_inside_lose_no_update()
    {
        await using var host = await TestHost.StartAsync();
        var counter = host.Get<ICounterGrain>("t/1");

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
                await counter.AddSlowly(1);
        })));

        Assert.Equal(64 * 200, await counter.Add(0));
    }

    [Fact]
    public async Task Concurrent_calls_that_complete_at_once_lose_no_update()
    {
        await using var host = await TestHost.StartAsync();
        var counter = host.Get<ICounterGrain>("t/1");

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 2_000; i++)
                await counter.Add(1);
        })));

        Assert.Equal(64 * 2_000, await counter.Add(0));
    }

    [Fact]
    public async Task Branches_of_one_turn_never_run_at_the_same_time()
    {
        await using var host = await TestHost.StartAsync();

        Assert.False(await host.Get<ICounterGrain>("t/1").AddInParallel(16));
    }

    [Fact]
    public async Task Turn_longer_than_the_threshold_is_warned_of_by_type_and_method_without_the_key()
    {
        await using var host = await TestHost.StartAsync(options => options.SlowTurnWarning = TimeSpan.FromSeconds(3));
        var gate = host.Services.GetRequiredService<Gate>();
        foreach (var (name, seconds) in new[] { ("short", 2), ("long", 4) })
        {
            var held = host.Get<ICounterGrain>("tenant/person").Hold(name);
            await gate.ReachedAsync(name);
            host.Clock.Advance(TimeSpan.FromSeconds(seconds));
            gate.Open(name);
            await held;
        }

        // A turn has ended when the next one has run.
        await host.Get<ICounterGrain>("tenant/person").Add(1);
        var (level, text) = Assert.Single(host.Log.Entries, entry => entry.Text.StartsWith("Slow turn", StringComparison.Ordinal));
        Assert.Equal((Microsoft.Extensions.Logging.LogLevel.Warning, "Slow turn: counter ICounterGrain/Hold took 4000 ms."), (level, text));
    }

    [Fact]
    public async Task Calls_wait_in_order_of_arrival()
    {
        await using var host = await TestHost.StartAsync();
        var counter = host.Get<ICounterGrain>("t/1");
        var gate = host.Services.GetRequiredService<Gate>();
        var held = counter.Hold("first");
        await gate.ReachedAsync("first");

        var waiting = Enumerable.Range(0, 10).Select(_ => counter.Add(1)).ToArray();
        gate.Open("first");

        Assert.Equal(1, await held);
        Assert.Equal(Enumerable.Range(2, 10), await Task.WhenAll(waiting));
    }

    [Fact]
    public async Task Slow_grain_does_not_slow_its_neighbour()
    {
        await using var host = await TestHost.StartAsync();
        var gate = host.Services.GetRequiredService<Gate>();
        var held = host.Get<ICounterGrain>("t/slow").Hold("slow");
        await gate.ReachedAsync("slow");

        Assert.Equal(1, await host.Get<ICounterGrain>("t/quick").Add(1));

        gate.Open("slow");
        await held;
    }

    [Fact]
    public async Task Failure_reaches_the_caller_and_the_grain_goes_on()
    {
        await using var host = await TestHost.StartAsync();
        var counter = host.Get<ICounterGrain>("t/1");

        Assert.Equal("late", (await Assert.ThrowsAsync<InvalidOperationException>(() => counter.Fail("late"))).Message);
        Assert.Equal("now", (await Assert.ThrowsAsync<InvalidOperationException>(() => counter.FailAtOnce("now"))).Message);
        Assert.Equal(1, await counter.Add(1));
    }

    [Fact]
    public async Task Too_many_waiting_calls_are_refused_as_overload()
    {
        await using var host = await TestHost.StartAsync(options => options.MaxQueuedCalls = 3);
        var counter = host.Get<ICounterGrain>("t/1");
        var gate = host.Services.GetRequiredService<Gate>();
        var held = counter.Hold("hold");
        await gate.ReachedAsync("hold");
        var waiting = Enumerable.Range(0, 3).Select(_ => counter.Add(1)).ToArray();

        var error = await Assert.ThrowsAsync<GrainRuntimeException>(() => counter.Add(1));

        Assert.Equal(GrainErrorCodes.Overloaded, error.Code);
        gate.Open("hold");
        await held;
        Assert.Equal(new[] { 2, 3, 4 }, await Task.WhenAll(waiting));
        Assert.Equal(5, await counter.Add(1));
    }

    [Fact]
    public async Task Slow_turn_is_logged_with_type_and_method_but_no_key()
    {
        await using var host = await TestHost.StartAsync();
        var gate = host.Services.GetRequiredService<Gate>();
        var held = host.Get<ICounterGrain>("t/secret").Hold("hold");
        await gate.ReachedAsync("hold");

        host.Clock.Advance(TimeSpan.FromSeconds(3));
        gate.Open("hold");
        await held;

        var warning = Assert.Single(host.Log.Entries, entry => entry.Text.StartsWith("Slow turn", StringComparison.Ordinal));
        Assert.Equal("Slow turn: counter ICounterGrain/Hold took 3000 ms.", warning.Text);
    }
}
