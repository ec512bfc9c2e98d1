using MentorCloud.GrainRuntime.Tests.Grains;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GrainRuntime.Tests.Reminders;

public sealed class ReminderTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Reminder_ticks_at_its_due_time_and_every_period()
    {
        await using var host = await TestHost.StartAsync();
        await host.Get<IAlarmGrain>("t/1").Set("alarm", TimeSpan.FromSeconds(90.5), Hour);

        await Passing(host, Hour * 2 + TimeSpan.FromMinutes(5));

        Assert.Equal(["alarm 01-05 08:01:30", "alarm 01-05 09:01:30", "alarm 01-05 10:01:30"], Ticks(host, "alarm"));
    }

    [Fact]
    public async Task Reminder_that_sets_itself_anew_ticks_once_a_round()
    {
        await using var host = await TestHost.StartAsync();
        await host.Get<IAlarmGrain>("t/1").Set("chain", Day, Day);

        await Passing(host, Day * 10);

        Assert.Equal(Enumerable.Range(6, 10).Select(day => $"chain 01-{day:D2} 08:00:00"), Ticks(host, "chain"));
    }

    [Fact]
    public async Task Host_that_rings_no_reminders_leaves_them_to_the_next()
    {
        await using var first = await TestHost.StartAsync();
        await first.Get<IAlarmGrain>("t/1").Set("alarm", Hour, Day);
        await first.StopAsync();
        await using var silent = await TestHost.StartAsync(options => options.RingReminders = false, continuing: first);
        await Passing(silent, Hour * 2);
        Assert.Empty(Ticks(silent, "alarm"));
        await silent.StopAsync();

        await using var next = await TestHost.StartAsync(continuing: silent);
        await Passing(next, TimeSpan.FromMinutes(1));

        Assert.Single(Ticks(next, "alarm"));
    }

    [Fact]
    public async Task Removed_reminder_does_not_tick()
    {
        await using var host = await TestHost.StartAsync();
        var alarm = host.Get<IAlarmGrain>("t/1");
        await alarm.Set("alarm", Hour, Hour);
        await alarm.Set("other", Hour, Hour);
        Assert.Equal(["alarm", "other"], (await alarm.Names()).Order());
        await alarm.Unset("alarm");

        await Passing(host, Hour);

        Assert.Empty(Ticks(host, "alarm"));
        Assert.Single(Ticks(host, "other"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60 * 24)]
    [InlineData(60 * 24 * 30)]
    public async Task Tick_missed_in_an_outage_comes_once_after_it(int minutesDown)
    {
        await using var first = await TestHost.StartAsync();
        await first.Get<IAlarmGrain>("t/1").Set("alarm", TimeSpan.FromSeconds(30), Hour);
        await first.StopAsync();
        first.Clock.Advance(TimeSpan.FromMinutes(minutesDown));

        await using var second = await TestHost.StartAsync(continuing: first);
        await Passing(second, TimeSpan.FromSeconds(20));

        Assert.Single(Ticks(second, "alarm"));
        await Passing(second, Hour);
        Assert.Equal(2, Ticks(second, "alarm").Count());
    }

    [Fact]
    public async Task Clock_set_back_neither_repeats_nor_loses_a_tick()
    {
        await using var host = await TestHost.StartAsync();
        await host.Get<IAlarmGrain>("t/1").Set("alarm", Hour, Hour * 3);
        await Passing(host, Hour);
        Assert.Single(Ticks(host, "alarm"));

        host.Clock.SetWallClock(host.Clock.GetUtcNow() - Hour);
        await Passing(host, Hour * 3.5);
        Assert.Single(Ticks(host, "alarm"));
        await Passing(host, Hour * 0.6);

        Assert.Equal(["alarm 01-05 09:00:00", "alarm 01-05 12:00:00"], Ticks(host, "alarm"));
    }

    [Fact]
    public async Task Clock_set_forward_brings_the_tick_within_a_minute()
    {
        await using var host = await TestHost.StartAsync();
        await host.Get<IAlarmGrain>("t/1").Set("alarm", Hour * 5, Day);

        host.Clock.SetWallClock(host.Clock.GetUtcNow() + Hour * 6);
        await Passing(host, TimeSpan.FromMinutes(1));

        Assert.Single(Ticks(host, "alarm"));
    }

    [Fact]
    public async Task Failed_tick_comes_again_until_it_succeeds_and_then_not()
    {
        await using var host = await TestHost.StartAsync(options => options.IdleTimeout = Day);
        var alarm = host.Get<IAlarmGrain>("t/1");
        await alarm.Set("alarm", Hour, Day);
        await alarm.FailTicks(2);

        await Passing(host, Hour * 2);

        Assert.Equal(2, Ticks(host, "failed alarm").Count());
        Assert.Equal(["alarm 01-05 09:00:20"], Ticks(host, "alarm"));
    }

    [Theory]
    [InlineData(-1, 60)]
    [InlineData(10, 59)]
    public async Task Schedule_out_of_range_is_refused(int dueSeconds, int periodSeconds)
    {
        await using var host = await TestHost.StartAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            host.Get<IAlarmGrain>("t/1").Set("alarm", TimeSpan.FromSeconds(dueSeconds), TimeSpan.FromSeconds(periodSeconds)));
    }

    [Fact]
    public async Task Hundred_thousand_waiting_reminders_are_not_in_memory()
    {
        await using var first = await TestHost.StartAsync();
        await first.StopAsync();
        var store = first.Services.GetRequiredService<IReminderStore>();
        var start = first.Clock.GetUtcNow();
        for (var i = 0; i < 100_000; i++)
        {
            var due = start + Day + TimeSpan.FromSeconds(i);
            await store.UpsertAsync(new StoredReminder("alarm", $"t/{i}", "alarm", due, Day * 30, due, 0), default);
        }

        await using var host = await TestHost.StartAsync(continuing: first);
        await host.Get<IAlarmGrain>("t/soon").Set("alarm", Day + TimeSpan.FromSeconds(5), Day * 30);
        Assert.InRange(host.Services.GetRequiredService<IGrainRuntimeStatistics>().RemindersInMemory, 0, 100);

        await Passing(host, Day + TimeSpan.FromSeconds(9.5));

        Assert.Equal(11, Ticks(host, "alarm").Count());
        Assert.InRange(host.Services.GetRequiredService<IGrainRuntimeStatistics>().RemindersInMemory, 0, 200);
    }

    /// <summary>Lets time pass from timer to timer, and lets what each starts come to rest before the next.</summary>
    internal static async Task Passing(TestHost host, TimeSpan span)
    {
        var until = host.Clock.GetTimestamp() + span.Ticks;
        await host.Host.RestAsync();
        while (host.Clock.UntilNextTimer() is { } next && host.Clock.GetTimestamp() + next.Ticks <= until)
        {
            host.Clock.Advance(next);
            await host.Host.RestAsync();
        }

        host.Clock.Advance(TimeSpan.FromTicks(until - host.Clock.GetTimestamp()));
        await host.Host.RestAsync();
    }

    private static IEnumerable<string> Ticks(TestHost host, string name) =>
        host.Services.GetRequiredService<Gate>().Events.Where(text => text.StartsWith(name + " ", StringComparison.Ordinal));
}
