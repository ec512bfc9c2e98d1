using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Insights;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Cohorts;

/// <summary>The numbers that a cohort sets are those that its pairings live by.</summary>
public sealed class CohortNumbersTests
{
    public static TheoryData<CohortNumbers, string> OutOfBounds => new()
    {
        { new CohortNumbers { EscalationDays = 0 }, "numbers.escalationDays" },
        { new CohortNumbers { EscalationDays = 15 }, "numbers.escalationDays" },
        { new CohortNumbers { LeastRaters = 3 }, "numbers.leastRaters" },
        { new CohortNumbers { LeastRaters = 21 }, "numbers.leastRaters" },
        { new CohortNumbers { PulseWeeks = 1 }, "numbers.pulseWeeks" },
        { new CohortNumbers { PulseWeeks = 27 }, "numbers.pulseWeeks" },
        { new CohortNumbers { StalledAfterChecks = 0 }, "numbers.stalledAfterChecks" },
        { new CohortNumbers { StalledAfterChecks = 7 }, "numbers.stalledAfterChecks" },
        { new CohortNumbers { SmallestGroup = 4 }, "numbers.smallestGroup" },
        { new CohortNumbers { SmallestGroup = 101 }, "numbers.smallestGroup" },
    };

    [Theory]
    [MemberData(nameof(OutOfBounds))]
    public void Number_out_of_bounds_is_refused_by_name(CohortNumbers numbers, string field)
    {
        var refusal = numbers.Check()!;

        Assert.Equal((ErrorCodes.InputInvalid, field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void Defaults_are_within_bounds() => Assert.Null(CohortNumbers.Default.Check());

    [Fact]
    public void Escalation_climbs_after_the_cohorts_days()
    {
        var life = With(new CohortNumbers { EscalationDays = 7 }).Do(Sample.AsMentee, new OpenEscalation("x"));

        Assert.Equal(0, life.Days(6).Count<EscalationClimbed>());
        Assert.Equal(1, life.Days(1).Count<EscalationClimbed>());
    }

    [Fact]
    public void Review_needs_the_cohorts_raters()
    {
        var life = With(new CohortNumbers { LeastRaters = 6 });
        var five = new OpenReview360(["Persuasion"], [.. Enumerable.Range(30, 5).Select(Sample.Id<ParticipantId>)]);

        Assert.Equal("raters", life.Try(Sample.AsMentee, five).Refusal!.Field);
        life.Do(Sample.AsMentee, five with { Raters = five.Raters.Add(Sample.Id<ParticipantId>(36)) });
    }

    [Fact]
    public void Pulse_comes_in_the_cohorts_weeks()
    {
        var life = With(new CohortNumbers { PulseWeeks = 2 });

        Assert.Equal(Sample.Start.AddDays(14).Date, life.State.Open(DutyKind.SafetyPulse)!.DueAt.Date);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 5)]
    public void Pairing_is_stalled_after_the_cohorts_checks(int checks, int months)
    {
        // A check-in every other day, so that closed alignment checks have long gone to pages when the last one closes.
        var life = With(new CohortNumbers { StalledAfterChecks = checks }, cadenceDays: 2);
        for (var month = 1; month <= months; month++)
        {
            Assert.Equal(0, life.Count<RebalancingProposed>());
            Play(life, 31);
        }

        Assert.Equal(1, life.Count<RebalancingProposed>());
    }

    [Fact]
    public void Smallest_group_can_only_be_raised()
    {
        var groups = new Dictionary<string, (int, double)> { ["mentors"] = (8, 4), ["mentees"] = (9, 3) };

        Assert.All(SafeAggregates.Of(groups, 10).SkipLast(1), line => Assert.Null(line.People));
        Assert.All(SafeAggregates.Of(new Dictionary<string, (int, double)> { ["mentors"] = (4, 4) }, 1), line => Assert.Null(line.People));
    }

    private static Life With(CohortNumbers numbers, int cadenceDays = 14)
    {
        var state = Sample.Published();
        var life = new Life(state with { Origin = state.Origin with { Numbers = numbers } }, Sample.Start);
        life.Do(Sample.AsMentee, new DraftContract(Sample.Terms with { CadenceDays = cadenceDays }));
        life.Do(Sample.AsMentee, new ProposeContract());
        life.Do(Sample.AsMentee, new SignContract(1)).Do(Sample.AsMentor, new SignContract(1));
        return life;
    }

    /// <summary>Days in which every check-in is held and every alignment check is answered low; what is closed goes to pages.</summary>
    private static void Play(Life life, int days)
    {
        for (var day = 0; day < days; day++)
        {
            life.Days(1);
            if (life.State.Open(DutyKind.CheckIn)?.IsOwed == true)
            {
                life.Do(Sample.AsMentor, new LogCheckIn(life.Now, 5));
            }

            if (life.State.Open(DutyKind.AlignmentCheck)?.IsOwed == true)
            {
                life.Do(Sample.AsMentor, new AnswerCheck(DutyKind.AlignmentCheck, 1)).Do(Sample.AsMentee, new AnswerCheck(DutyKind.AlignmentCheck, 2));
            }

            life.Cut();
        }
    }
}
