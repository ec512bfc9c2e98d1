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
        var refusal = CohortDecisions.Open(Create(design).Ok(), Sample.Start).Refused(ErrorCodes.CohortIncomplete);
        Assert.Equal(field, refusal.Field);
        Assert.Contains(field, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_when_complete_opens_once()
    {
        var open = CohortDecisions.Open(Create(Sample.Design).Ok(), Sample.Start).Ok();
        Assert.Equal(CohortPhase.Open, open.Phase);
        Assert.Empty(CohortDecisions.Open(open, Sample.Start).Facts);
    }

    [Theory]
    [InlineData(-1, ErrorCodes.CohortNotOpen)]
    [InlineData(0, null)]
    [InlineData(2, ErrorCodes.CohortPairingsLive)]
    public void Close_needs_an_open_cohort_in_which_no_pairing_lives(int living, string? code)
    {
        var design = Create(Sample.Design).Ok();
        var cohort = living < 0 ? design : CohortDecisions.Open(design, Sample.Start).Ok();

        Assert.Equal(code, CohortDecisions.Close(cohort, Math.Max(living, 0)).Refusal?.Code);
    }

    [Fact]
    public void Closed_cohort_is_read_only_and_closing_it_again_changes_nothing()
    {
        var decision = CohortDecisions.Close(CohortDecisions.Open(Create(Sample.Design).Ok(), Sample.Start).Ok(), 0);
        var closed = decision.Ok();

        Assert.IsType<CohortClosed>(Assert.Single(decision.Facts));
        Assert.Same(closed, CohortDecisions.Close(closed, 3).Ok());
        CohortDecisions.Open(closed, Sample.Start).Refused(ErrorCodes.CohortClosed);
        CohortDecisions.Revise(closed, Sample.Design).Refused(ErrorCodes.CohortClosed);
        Assert.Equal(ErrorCodes.CohortClosed, CohortDecisions.RefuseRound(closed, Sample.Start)!.Code);
    }

    [Theory]
    [InlineData(6, 28, false)]
    [InlineData(6, 27, true)]
    [InlineData(6, 0, true)]
    [InlineData(6, -1, true)]
    [InlineData(1, 16, false)]
    [InlineData(1, 15, true)]
    public void Round_is_refused_when_too_little_of_the_term_is_left_and_in_an_evergreen_cohort_never(int months, int daysLeft, bool refused)
    {
        var design = Sample.Design with { Months = months };
        var cohort = Enrolled(design);
        var now = cohort.EndsAt!.Value.AddDays(-daysLeft);

        Assert.Equal(refused ? ErrorCodes.CohortTermOver : null, CohortDecisions.RefuseRound(cohort, now)?.Code);
        Assert.Equal(daysLeft <= 0 ? ErrorCodes.CohortTermOver : null, CohortTerm.RefuseOver(cohort, now)?.Code);
        Assert.Null(CohortDecisions.RefuseRound(Enrolled(design with { Evergreen = true }), now.AddYears(3)));
    }

    [Fact]
    public void Open_with_a_first_day_so_long_ago_that_the_term_is_over_names_it() => Assert.Equal("startsOn", CohortDecisions.Open(
        Create(Sample.Design with { StartsOn = new DateOnly(2000, 1, 1) }).Ok(), Sample.Start).Refused(ErrorCodes.CohortTermOver).Field);

    private static CohortState Enrolled(CohortDesign design) =>
        CohortDecisions.CountMembers(CohortDecisions.Open(Create(design).Ok(), Sample.Start).Ok(), 1, 1, 1).Ok();

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
        var open = CohortDecisions.Open(Create(Sample.Design).Ok(), Sample.Start).Ok();
        Assert.Equal("months", CohortDecisions.Revise(open, open.Design with { Months = 3 }).Refused(ErrorCodes.CohortAlreadyOpen).Field);
    }

    [Fact]
    public void Create_with_weights_that_are_no_numbers_is_refused() =>
        Create(Sample.Design with { Weights = MatchWeights.Default with { BestCognitiveDistance = double.NaN } }).Refused(ErrorCodes.InputInvalid);

    [Fact]
    public void A_round_needs_an_open_cohort_with_both_sides()
    {
        var design = Create(Sample.Design).Ok();
        Assert.Equal(ErrorCodes.CohortNotOpen, CohortDecisions.RefuseRound(design, Sample.Start)!.Code);
        var open = CohortDecisions.Open(design, Sample.Start).Ok();
        Assert.Equal(ErrorCodes.CohortEmpty, CohortDecisions.RefuseRound(open, Sample.Start)!.Code);
        Assert.Null(CohortDecisions.RefuseRound(CohortDecisions.CountMembers(open, 1, 1, 1).Ok(), Sample.Start));
    }

    internal static Decision<CohortState> Create(CohortDesign design) =>
        CohortDecisions.Create(null, Sample.Tenant, Sample.Cohort, design, Sample.Start);

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
