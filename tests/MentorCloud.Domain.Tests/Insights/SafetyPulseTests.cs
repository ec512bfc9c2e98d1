using MentorCloud.Domain.Insights;
using MentorCloud.Domain.Pairings;

namespace MentorCloud.Domain.Tests.Insights;

public sealed class SafetyPulseTests
{
    /// <summary>Zones from the one where a day begins first to the one where it ends last.</summary>
    private static readonly string[] Zones =
        ["Pacific/Kiritimati", "Asia/Tokyo", "Europe/Oslo", "Etc/UTC", "America/New_York", "America/Los_Angeles", "Pacific/Honolulu", "Pacific/Pago_Pago", "Etc/GMT+12"];

    public static TheoryData<string> Everywhere => [.. Zones];

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void Month_that_an_answer_can_still_join_is_never_shown(string menteesZone)
    {
        // Each hour around a turn of the month: whoever answers now must find their month hidden.
        for (var at = new DateTimeOffset(2026, 10, 30, 0, 0, 0, TimeSpan.Zero); at < new DateTimeOffset(2026, 11, 3, 0, 0, 0, TimeSpan.Zero); at += TimeSpan.FromHours(1))
        {
            var month = SafetyPulse.MonthOf(at, menteesZone);

            Assert.DoesNotContain(SafetyPulse.Of(Sums(202610, 202611), at), shown => shown.Month >= month);
        }
    }

    [Fact]
    public void Month_is_shown_when_it_is_over_everywhere()
    {
        var over = new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal([202609], SafetyPulse.Of(Sums(202609, 202610), over.AddTicks(-1)).Select(month => month.Month));
        Assert.Equal([202609, 202610], SafetyPulse.Of(Sums(202610, 202609), over).Select(month => month.Month));
    }

    private static IEnumerable<PulseSum> Sums(params int[] months) => months.Select(month => new PulseSum(month, PairingSide.Mentee, 7, 4.2));
}
