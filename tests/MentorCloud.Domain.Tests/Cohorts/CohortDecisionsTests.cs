using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Cohorts;

public sealed class CohortDecisionsTests
{
    public static TheoryData<string, CohortDesign> Incomplete => new()
    {
        { "outcomes", Sample.Design with { Outcomes = [] } },
        { "targetPopulation", Sample.Design with { TargetPopulation = " " } },
        { "startsOn", Sample.Design with { StartsOn = null } },
        { "sponsor", Sample.Design with { Sponsor = string.Empty } },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Open_without_a_field_that_is_needed_names_it(string field, CohortDesign design)
    {
        var refusal = CohortDecisions.Open(Create(design).Ok()).Refused(ErrorCodes.CohortIncomplete);
        Assert.Equal(field, refusal.Field);
        Assert.Contains(field, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_when_complete_opens_once()
    {
        var open = CohortDecisions.Open(Create(Sample.Design).Ok()).Ok();
        Assert.Equal(CohortPhase.Open, open.Phase);
        Assert.Empty(CohortDecisions.Open(open).Facts);
    }

    [Fact]
    public void Dates_follow_from_the_first_day_in_the_cohorts_zone()
    {
        var cohort = Create(Sample.Design).Ok();
        Assert.Equal(Utc("2026-01-04T23:00Z"), cohort.StartsAt);
        Assert.Equal(Utc("2026-04-04T22:00Z"), cohort.Midcourse);
        Assert.Equal(Utc("2026-07-04T22:00Z"), cohort.EndsAt);
    }

    [Theory]
    [InlineData(31, 6, "2026-07-31")]
    [InlineData(31, 1, "2026-02-28")]
    public void End_of_a_month_stays_the_end_of_a_month(int day, int months, string end)
    {
        var design = Sample.Design with { StartsOn = new DateOnly(2026, 1, day), Months = months, TimeZone = "Etc/UTC" };
        Assert.Equal(Utc(end + "T00:00Z"), Create(design).Ok().EndsAt);
    }

    [Fact]
    public void Revise_of_weights_makes_a_new_version_and_of_a_name_does_not()
    {
        var cohort = Create(Sample.Design).Ok();
        var weighed = CohortDecisions.Revise(cohort, Sample.Design with { Weights = MatchWeights.Default.With([new(MatchFactor.ExperienceBreadth, 2)]) }).Ok();
        Assert.Equal(2, weighed.WeightsVersion);
        Assert.Equal(2, CohortDecisions.Revise(weighed, weighed.Design with { Name = "Other" }).Ok().WeightsVersion);
    }

    [Fact]
    public void Revise_of_an_open_cohorts_dates_is_refused()
    {
        var open = CohortDecisions.Open(Create(Sample.Design).Ok()).Ok();
        CohortDecisions.Revise(open, open.Design with { Months = 3 }).Refused(ErrorCodes.CohortAlreadyOpen);
    }

    [Fact]
    public void Create_with_weights_that_are_no_numbers_is_refused() =>
        Create(Sample.Design with { Weights = MatchWeights.Default with { BestCognitiveDistance = double.NaN } }).Refused(ErrorCodes.InputInvalid);

    [Fact]
    public void A_round_needs_an_open_cohort_with_both_sides()
    {
        var design = Create(Sample.Design).Ok();
        Assert.Equal(ErrorCodes.CohortNotOpen, CohortDecisions.RefuseRound(design)!.Code);
        var open = CohortDecisions.Open(design).Ok();
        Assert.Equal(ErrorCodes.CohortEmpty, CohortDecisions.RefuseRound(open)!.Code);
        Assert.Null(CohortDecisions.RefuseRound(CohortDecisions.CountMembers(open, 1, 1, 1).Ok()));
    }

    internal static Decision<CohortState> Create(CohortDesign design) =>
        CohortDecisions.Create(null, Sample.Tenant, Sample.Cohort, design, Sample.Start);

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
