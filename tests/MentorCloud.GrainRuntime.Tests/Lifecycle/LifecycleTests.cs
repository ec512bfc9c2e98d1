using MentorCloud.GrainRuntime.Tests.Grains;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GrainRuntime.Tests.Lifecycle;

public sealed class LifecycleTests
{
    [Fact]
    public async Task Idle_grain_is_collected_after_the_idle_time_and_wakes_again()
    {
        await using var host = await TestHost.StartAsync(options => options.IdleTimeout = TimeSpan.FromMinutes(5));
        var gate = host.Services.GetRequiredService<Gate>();
        var counter = host.Get<ICounterGrain>("t/1");
        await counter.Add(3);

        host.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.DoesNotContain(gate.Events, text => text.StartsWith("deactivated", StringComparison.Ordinal));
        host.Clock.Advance(TimeSpan.FromMinutes(3));
        await gate.ReachedAsync("deactivated t/1 ActivationIdle");

        Assert.Equal(1, await counter.Add(1));
    }

    [Fact]
    public async Task Grain_in_use_is_not_collected()
    {
        await using var host = await TestHost.StartAsync(options => options.IdleTimeout = TimeSpan.FromMinutes(5));
        var counter = host.Get<ICounterGrain>("t/1");
        for (var minute = 0; minute < 60; minute++)
        {
            await counter.Add(1);
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(60, await counter.Add(0));
    }

    [Fact]
    public async Task Delayed_deactivation_outlasts_the_idle_time()
    {
        await using var host = await TestHost.StartAsync(options => options.IdleTimeout = TimeSpan.FromMinutes(5));
        var gate = host.Services.GetRequiredService<Gate>();
        var counter = host.Get<ICounterGrain>("t/1");
        await counter.Add(1);
        await counter.Stay(TimeSpan.FromMinutes(30));

        host.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(1, host.Host.Kinds.Sum(kind => kind.Count));
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await gate.ReachedAsync("deactivated t/1 ActivationIdle");
    }

    [Fact]
    public async Task Grain_that_leaves_answers_first_and_calls_behind_it_reach_a_fresh_one()
    {
        await using var host = await TestHost.StartAsync();
        var gate = host.Services.GetRequiredService<Gate>();
        var counter = host.Get<ICounterGrain>("t/1");
        await counter.Add(10);
        var held = counter.Hold("hold");
        await gate.ReachedAsync("hold");
        var leaving = counter.Leave();
        var behind = counter.Add(1);
        gate.Open("hold");

        Assert.Equal(11, await held);
        await leaving;
        Assert.Equal(1, await behind);
        Assert.Contains("deactivated t/1 ApplicationRequested", gate.Events);
    }

    [Fact]
    public async Task Stop_finishes_turns_in_flight_and_refuses_new_ones()
    {
        await using var host = await TestHost.StartAsync();
        var gate = host.Services.GetRequiredService<Gate>();
        var counter = host.Get<ICounterGrain>("t/1");
        var held = counter.Hold("hold");
        await gate.ReachedAsync("hold");

        var stopping = host.StopAsync();
        var refused = await Assert.ThrowsAsync<GrainRuntimeException>(() => counter.Add(1));
        gate.Open("hold");
        await stopping;

        Assert.Equal(GrainErrorCodes.NotRunning, refused.Code);
        Assert.Equal(1, await held);
        Assert.Contains("deactivated t/1 ShuttingDown", gate.Events);
    }

    [Fact]
    public async Task Stop_gives_up_on_a_turn_that_does_not_end()
    {
        await using var host = await TestHost.StartAsync(options => options.StopTimeout = TimeSpan.FromSeconds(5));
        var gate = host.Services.GetRequiredService<Gate>();
        var held = host.Get<ICounterGrain>("t/1").Hold("never");
        await gate.ReachedAsync("never");

        var stopping = host.StopAsync();
        Assert.False(stopping.IsCompleted);
        host.Clock.Advance(TimeSpan.FromSeconds(6));
        await stopping;

        Assert.Contains(host.Log.Entries, entry => entry.Text.Contains("still busy", StringComparison.Ordinal));
        gate.Open("never");
        await held;
    }

    [Fact]
    public async Task Failed_activation_fails_its_calls_and_leaves_nothing_behind()
    {
        await using var host = await TestHost.StartAsync();
        var fragile = host.Get<IFragileGrain>("t/1");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => fragile.Ping());
        Assert.Equal("cannot wake: 1", error.Message);
        Assert.Equal(0, host.Host.Kinds.Sum(kind => kind.Count));
        Assert.Equal("cannot wake: 2", (await Assert.ThrowsAsync<InvalidOperationException>(() => fragile.Ping())).Message);
        Assert.Equal(3, await fragile.Ping());
    }

    [Fact]
    public async Task Thousand_callers_of_a_sleeping_grain_wake_it_once()
    {
        await using var host = await TestHost.StartAsync();
        var gate = host.Services.GetRequiredService<Gate>();

        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => host.Get<ICounterGrain>("t/1").Add(1))));

        Assert.Single(gate.Events, "activated t/1");
        Assert.Equal(1_000, await host.Get<ICounterGrain>("t/1").Add(0));
    }

    [Fact]
    public async Task Grains_that_leave_at_random_lose_no_call()
    {
        await using var host = await TestHost.StartAsync();
        var answered = 0;

        await Task.WhenAll(Enumerable.Range(0, 32).Select(caller => Task.Run(async () =>
        {
            var random = new Random(caller);
            for (var i = 0; i < 500; i++)
            {
                var counter = host.Get<ICounterGrain>("t/" + random.Next(4));
                if (random.Next(10) == 0)
                    await counter.Leave();
                else
                    await counter.AddSlowly(1);
                Interlocked.Increment(ref answered);
            }
        })));

        Assert.Equal(32 * 500, answered);
    }
}
