using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;
using static MentorCloud.Domain.Tests.Cohorts.Rounds.FakeDraftRules;

namespace MentorCloud.Domain.Tests.Cohorts.Rounds;

public sealed class RoundVariantsTests
{
    private static readonly DraftSummary Summary = new(1, 3, 0, 50, 51, true);

    private static readonly ResolveRound Again = new(Sample.Round, null, [Pair(0, 0)], [Pair(1, 1)], 0);

    [Fact]
    public void Resolved_round_keeps_base_objective_and_its_own_pins()
    {
        var round = Resolve(Again).Ok();

        Assert.Equal((RoundStatus.Solving, Sample.Round, MatchObjective.Fair), (round.Status, round.Base!.Value, round.Objective));
        Assert.Equal([Pair(0, 0)], round.Pins);
    }

    [Fact]
    public void Resolve_of_a_round_without_a_draft_is_refused() => RoundVariants
        .Resolve(null, Sample.Id<RoundId>(77), Open(), Solving(), Again, Sample.Start).Refused(ErrorCodes.RoundNotDrafted);

    [Fact]
    public void Resolve_with_contradicting_pins_is_refused()
    {
        Resolve(Again with { Vetoes = Again.Pins }).Refused(ErrorCodes.PairRuleConflict);
        Resolve(Again with { Pins = [Pair(0, 0), Pair(1, 0)] }).Refused(ErrorCodes.PairRuleConflict);
        Resolve(Again with { Pins = [Pair(0, 0), Pair(0, 0)] }).Refused(ErrorCodes.InputInvalid);
        Resolve(Again with { KeepBonus = -1 }).Refused(ErrorCodes.InputInvalid);
        Resolve(Again with { KeepBonus = Score.FromDouble(double.NaN) }).Refused(ErrorCodes.InputInvalid);
    }

    [Fact]
    public void Adopted_draft_is_drafted_at_once_and_tells_so()
    {
        var command = new AdoptDraft(Sample.Cohort, RoundSource.Stage, MatchObjective.Total, null, Summary, "r", Sample.Start.AddDays(30));

        var adopted = RoundVariants.Adopt(null, Sample.Id<RoundId>(78), Open(), command, Sample.Start);

        Assert.Equal((RoundStatus.Drafted, RoundSource.Stage, Sample.Start.AddDays(30)), (adopted.Ok().Status, adopted.Ok().Source, adopted.Ok().PairingsEndAt));
        Assert.Equal([typeof(RoundStarted), typeof(RoundDrafted)], adopted.Facts.Select(fact => fact.GetType()));
    }

    [Fact]
    public void Cancelled_round_keeps_its_reason_and_ignores_a_late_draft()
    {
        var cancelled = RoundDecisions.Cancel(Solving(), Sample.Start).Ok();

        Assert.Equal((RoundStatus.Discarded, ErrorCodes.RoundCancelled), (cancelled.Status, cancelled.Failure!.Code));
        Assert.Same(cancelled, RoundDecisions.Complete(cancelled, Summary, Sample.Start).Ok());
        Assert.Same(cancelled, RoundDecisions.Cancel(cancelled, Sample.Start).Ok());
        Assert.Null(cancelled.NextDue);
    }

    [Fact]
    public void Cancel_of_a_drafted_round_is_refused() =>
        RoundDecisions.Cancel(Drafted(), Sample.Start).Refused(ErrorCodes.RoundNotSolving);

    [Fact]
    public void Progress_moves_the_reminder_and_is_told()
    {
        var later = Sample.Start.AddSeconds(40);

        var told = RoundDecisions.Report(Solving(), new SolveStep("price", 0.5), later);

        Assert.Equal(later + RoundState.ResumeAfter, told.Ok().NextDue);
        Assert.Equal("price", Assert.IsType<RoundProgressed>(Assert.Single(told.Facts)).Step);
        Assert.Null(RoundDecisions.Complete(told.Ok(), Summary, later).Ok().Step);
    }

    [Fact]
    public void Cohort_remembers_the_newest_round_whatever_the_order_of_news()
    {
        var newest = new PublishedRound(Sample.Round, 2, Sample.Start.AddDays(1));
        var noted = CohortDecisions.NoteRound(Open(), newest).Ok();

        Assert.Same(noted, CohortDecisions.NoteRound(noted, newest with { StartedAt = Sample.Start }).Ok());
        Assert.Same(noted, CohortDecisions.NoteRound(noted, newest).Ok());
    }

    private static Decision<RoundState> Resolve(ResolveRound command) =>
        RoundVariants.Resolve(null, Sample.Id<RoundId>(77), Open(), Drafted(), command, Sample.Start);

    private static RoundState Drafted() => RoundDecisions.Complete(Solving(), Summary, Sample.Start).Ok();

    private static RoundState Solving() => RoundDecisions.Start(null, Sample.Round, Open(), MatchObjective.Fair, Sample.Start).Ok();

    private static CohortState Open() =>
        CohortDecisions.CountMembers(CohortDecisions.Open(CohortDecisionsTests.Create(Sample.Design).Ok(), Sample.Start).Ok(), 3, 4, 1).Ok();
}
