using MentorCloud.GrainRuntime.Tests.Grains;
using MentorCloud.GrainRuntime.Tests.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GrainRuntime.Tests.Timers;

public sealed class GrainTimerTests
{
    [Fact]
    public async Task Timer_calls_back_until_it_is_disposed()
    {
        await using var host = await TestHost.StartAsync();
        var alarm = host.Get<IAlarmGrain>("t/1");
        await alarm.StartTimer(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));

        for (var i = 0; i < 25; i++)
            await SecondAsync(host);
        await alarm.StopTimer();
        for (var i = 0; i < 25; i++)
            await SecondAsync(host);

        Assert.Equal(["timer 01-05 08:00:05", "timer 01-05 08:00:15", "timer 01-05 08:00:25"], Marks(host));
    }

    [Fact]
    public async Task Timer_does_not_keep_its_grain_awake_and_ends_with_it()
    {
        await using var host = await TestHost.StartAsync(options => options.IdleTimeout = TimeSpan.FromMinutes(2));

        // Never on the minute, when the collector looks: a grain whose callback is just running is not idle, and rightly stays.
        await host.Get<IAlarmGrain>("t/1").StartTimer(TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(30));

        // The collector looks on a thread of its own, so it may miss minutes of this clock.
        for (var minute = 0; minute < 1_000 && host.Host.Kinds.Sum(kind => kind.Count) > 0; minute++)
            await ReminderTests.Passing(host, TimeSpan.FromMinutes(1));
        Assert.Equal(0, host.Host.Kinds.Sum(kind => kind.Count));
        var before = Marks(host).Count();
        Assert.NotEqual(0, before);

        await ReminderTests.Passing(host, TimeSpan.FromMinutes(5));

        Assert.Equal(before, Marks(host).Count());
    }

    private static async Task SecondAsync(TestHost host)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        // A call behind the callback: when it answers, the callback has ended.
        await host.Get<IAlarmGrain>("t/1").FailTicks(0);
    }

    private static IEnumerable<string> Marks(TestHost host) =>
        host.Services.GetRequiredService<Gate>().Events.Where(text => text.StartsWith("timer", StringComparison.Ordinal));
}
