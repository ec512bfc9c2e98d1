using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Grains.Tests.Scenes;

namespace MentorCloud.Grains.Tests.Stored;

/// <summary>Whatever time the program was off, each interval's effect is there exactly once, through grain and store.</summary>
public sealed class OutageTests
{
    public static TheoryData<TimeSpan> Outages =>
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), TimeSpan.FromHours(25), TimeSpan.FromDays(4),
        TimeSpan.FromDays(7), TimeSpan.FromDays(15), TimeSpan.FromDays(30),
    ];

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task Outage_that_begins_before_a_check_in_is_due_leaves_every_effect_once(TimeSpan outage)
    {
        await using var host = await EmbeddedStoredHost.StartAsync();
        var pair = await ActiveAsync(host);
        await pair.DoAsync(pair.Mentee, new OpenEscalation("We cannot agree on times"));
        var before = (await pair.OpenAsync(DutyKind.CheckIn))!.DueAt - host.Now - (outage / 2);
        await host.PassAsync(before > TimeSpan.Zero ? before : TimeSpan.Zero);

        await host.OutageAsync(outage);
        var told = await ToldAsync(host);
        await host.OutageAsync(TimeSpan.Zero);
        await host.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(told, await ToldAsync(host));
        Assert.Equal(Expected(host.Now - TimeSpan.FromMinutes(5)), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Command_that_comes_before_the_reminder_after_an_outage_finds_the_same_pairing()
    {
        await using var host = await EmbeddedStoredHost.StartAsync();
        var pair = await ActiveAsync(host);

        await host.OutageAsync(TimeSpan.FromDays(29));
        await pair.DoAsync(pair.Mentor, new LogCheckIn(host.Now, 45));

        var view = await pair.ViewAsync();
        Assert.Equal((1, 1), (view.Row.CheckInsDone, view.Row.CheckInsMissed));
        Assert.Equal(2, (await host.FactsAsync()).Select(record => record.Fact).OfType<DutyFellDue>().Count(fact => fact.Kind == DutyKind.CheckIn));
    }

    [Fact]
    public async Task Views_hold_what_the_grain_says_after_outages()
    {
        await using var host = await EmbeddedStoredHost.StartAsync();
        var pair = await ActiveAsync(host);
        await host.OutageAsync(TimeSpan.FromDays(20));
        await host.OutageAsync(TimeSpan.FromMinutes(1));

        var rows = await host.Views.PairingsByIdAsync(pair.Company.Tenant, [pair.Id], TestContext.Current.CancellationToken);

        Assert.Equivalent((await pair.ViewAsync()).Row, rows[pair.Id], strict: true);
    }

    private static async Task<Pair> ActiveAsync(EmbeddedStoredHost host)
    {
        var pair = await (await Company.FoundAsync(host)).PairAsync();
        await pair.SignAsync();
        return pair;
    }

    private static async Task<IReadOnlyList<string>> ToldAsync(EmbeddedStoredHost host) =>
        [.. (await host.FactsAsync()).Select(Text).OfType<string>()];

    private static string? Text(FactRecord record) => record.Fact switch
    {
        DutyFellDue due => $"fell due {due.Kind} {due.Number}",
        DutyReminded reminded => $"reminded {reminded.Kind} {reminded.Number} {reminded.Reminder}",
        DutyMissed missed => $"missed {missed.Kind} {missed.Number}",
        EscalationClimbed climbed => $"climbed {climbed.Climbs}",
        _ => null,
    };

    /// <summary>What has to have happened by now, reckoned from the intervals of docs/pairings.md alone: the contract is of 5 January.</summary>
    private static IEnumerable<string> Expected(DateTimeOffset now) => Duties(now).Concat(Climbs(now)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Climbs(DateTimeOffset now)
    {
        var opened = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
        return Enumerable.Range(1, 60).Where(climb => opened.AddDays(3 * climb) <= now).Select(climb => $"climbed {climb}");
    }

    private static IEnumerable<string> Duties(DateTimeOffset now)
    {
        // Nine o'clock in New York in winter is 14:00 UTC; the contract came into force on 5 January, 03:00 there.
        var nine = new DateTimeOffset(2026, 1, 5, 14, 0, 0, TimeSpan.Zero);
        (string Name, int Every, int Offset, int Grace)[] kinds =
            [("CheckIn", 14, 0, 5), ("Prompt", 14, -7, 7), ("SafetyPulse", 42, 0, 7), ("AlignmentCheck", 31, 0, 7)];
        foreach (var (name, every, offset, grace) in kinds)
        {
            for (var number = 1; nine.AddDays((every * number) + offset) is var due && due <= now; number++)
            {
                yield return $"fell due {name} {number}";
                if (due.AddDays(1) <= now)
                {
                    yield return $"reminded {name} {number} 1";
                }

                if (due.AddDays(grace) <= now)
                {
                    yield return $"missed {name} {number}";
                }
            }
        }
    }
}
