using MentorCloud.GrainRuntime.Tests.Grains;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GrainRuntime.Tests.Reminders;

public sealed class SimulatedMonthsTests
{
    private const int Pairings = 10_000;
    private const int Weeks = 13;

    [Fact]
    public async Task Ten_thousand_pairings_over_three_months_miss_and_double_no_tick()
    {
        var book = new PulseBook();
        await using var host = await TestHost.StartAsync(add: services => services.AddSingleton(book));
        var start = host.Clock.GetUtcNow();
        for (var i = 0; i < Pairings; i++)
            await host.Get<IPulseGrain>($"tenant/{i}").Start(First(i));

        await PassAsync(host, TimeSpan.FromDays(7 * Weeks));

        Assert.Equal(Pairings, book.Pulses.Count);
        for (var i = 0; i < Pairings; i++)
        {
            var pulses = book.Pulses[$"tenant/{i}"];
            Assert.Equal(Weeks, pulses.Count);
            for (var week = 0; week < Weeks; week++)
                Assert.InRange(pulses[week] - (start + First(i) + TimeSpan.FromDays(7 * week)), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Spread over a week at times of their own, twenty at a time.</summary>
    private static TimeSpan First(int pairing) => TimeSpan.FromSeconds(60 + (pairing % 500 * 1_200));

    private static async Task PassAsync(TestHost host, TimeSpan span)
    {
        var until = host.Clock.GetTimestamp() + span.Ticks;
        while (host.Clock.UntilNextTimer() is { } next && host.Clock.GetTimestamp() + next.Ticks <= until)
        {
            host.Clock.Advance(next);
            await host.Host.RemindersRestAsync();
        }
    }
}
