using MentorCloud.Domain.Insights;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Tests.Support;

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

    /// <summary>Who compares a month's figure before and after a pairing lets its answers go learns what its people answered.</summary>
    [Fact]
    public void What_a_pairing_gives_to_a_month_never_changes_while_the_month_is_shown()
    {
        var active = Life.Active().State;
        var life = new Life(
            active with { EndsAt = Sample.Start.AddYears(4), Rhythms = [.. active.Rhythms.Select(rhythm => rhythm.Kind == DutyKind.SafetyPulse ? rhythm with { Days = 14 } : rhythm)] }, Sample.Start);
        var given = new Dictionary<int, string>();
        while (life.State.Open(DutyKind.SafetyPulse) is { } pulse)
        {
            life.Until(pulse.DueAt).Do(Sample.AsMentor, new AnswerCheck(DutyKind.SafetyPulse, 1 + (pulse.Number % 5))).Do(Sample.AsMentee, new AnswerCheck(DutyKind.SafetyPulse, 3));
            var rows = PairingRows.Of(life.State).OfType<PulseRow>().ToLookup(row => row.Month);
            foreach (var month in SafetyPulse.Of(given.Keys.Concat(rows.Select(row => row.Key)).Distinct().Select(month => Sums(month).Single()), life.Now).Select(shown => shown.Month))
            {
                var now = string.Join(' ', rows[month].Select(row => row.ToString()));
                Assert.Equal(given.TryAdd(month, now) ? now : given[month], now);
            }

            life.Cut();
        }

        Assert.True(given.Count > 40);
        Assert.InRange(life.State.Pulses.Length, 50, 60);
    }

    private static IEnumerable<PulseSum> Sums(params int[] months) => months.Select(month => new PulseSum(month, PairingSide.Mentee, 7, 4.2));
}
