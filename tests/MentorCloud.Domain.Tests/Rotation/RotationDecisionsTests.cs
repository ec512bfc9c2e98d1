using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Rotation;
using MentorCloud.Domain.Tests.Cohorts;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Rotation;

public sealed class RotationDecisionsTests
{
    private static readonly RotationSummary Summary = new(100, 110, 110, 6, 0, true);

    [Fact]
    public void Stages_divide_the_time_until_the_cohorts_end_evenly()
    {
        var stages = Started().Stages;

        Assert.Equal(3, stages.Length);
        Assert.Equal(Open().EndsAt, stages[2].EndsAt);
        Assert.Equal(stages[0].EndsAt, stages[1].StartsAt);
        Assert.Equal(stages[0].EndsAt - stages[0].StartsAt, stages[2].EndsAt - stages[2].StartsAt);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(13, 0)]
    [InlineData(3, -1)]
    [InlineData(3, Score.Unit + 1)]
    public void Plan_out_of_range_is_refused(int stages, long bonus) =>
        Start(new PlanRotation(Sample.Cohort, stages, bonus)).Refused(ErrorCodes.InputInvalid);

    [Fact]
    public void Stages_begin_in_order_and_once()
    {
        var planned = Planned();
        RotationDecisions.Begin(planned, 2, Sample.Start).Refused(ErrorCodes.RotationStageOrder);
        RotationDecisions.Begin(planned, 4, Sample.Start).Refused(ErrorCodes.InputInvalid);

        var begun = Begin(planned, 1);

        Assert.Equal((1, RotationStatus.Planned), (begun.FirstOpen, begun.Status));
        Assert.Same(begun, RotationDecisions.Begin(begun, 1, Sample.Start).Ok());
        RotationDecisions.Begin(Started(), 1, Sample.Start).Refused(ErrorCodes.RotationAtWork);
    }

    [Fact]
    public void Replanning_leaves_begun_stages_untouched_and_gives_the_others_new_rounds()
    {
        var begun = Begin(Planned(), 1);

        var again = RotationDecisions.Replan(begun, [new RotationLeave(Sample.Mentor, 1)], Sample.Start).Ok();
        var planned = RotationDecisions.Complete(again, 2, Summary, Sample.Start).Ok();

        Assert.Equal(begun.Stages[0], planned.Stages[0]);
        Assert.NotEqual(begun.Stages[1].Round, planned.Stages[1].Round);
        Assert.Equal((2, 1), (planned.Version, planned.FirstOpen));
    }

    [Fact]
    public void Stage_that_cannot_be_published_has_not_begun_and_is_planned_again()
    {
        var moving = RotationDecisions.Begin(Begin(Planned(), 1), 2, Sample.Start).Ok();

        var failed = RotationDecisions.FailMoving(moving, new Refusal(ErrorCodes.MenteeAlreadyPaired, "Busy."), Sample.Start);

        Assert.Equal((RotationStatus.Failed, 1, ErrorCodes.MenteeAlreadyPaired), (failed.Ok().Status, failed.Ok().FirstOpen, failed.Ok().Failure?.Code));
        Assert.IsType<RotationFailed>(Assert.Single(failed.Facts));
        RotationDecisions.Begin(failed.Ok(), 2, Sample.Start).Refused(ErrorCodes.RotationNotPlanned);
        Assert.Equal((RotationStatus.Planning, 1), (RotationDecisions.Replan(failed.Ok(), [], Sample.Start).Ok().Status, failed.Ok().FirstOpen));
    }

    [Fact]
    public void Cohort_has_one_rotation_until_it_is_over()
    {
        var over = Begin(Begin(Begin(Planned(), 1), 2), 3);

        Assert.Equal(ErrorCodes.AlreadyExists, RotationDecisions.RefuseSecond(Started())?.Code);
        Assert.Equal(ErrorCodes.AlreadyExists, RotationDecisions.RefuseSecond(Begin(Planned(), 1))?.Code);
        Assert.Null(RotationDecisions.RefuseSecond(over));
        Assert.Null(RotationDecisions.RefuseSecond(null));
    }

    [Fact]
    public void Late_plan_of_an_earlier_version_changes_nothing()
    {
        var again = RotationDecisions.Replan(Planned(), [], Sample.Start).Ok();

        Assert.Same(again, RotationDecisions.Complete(again, 1, Summary, Sample.Start).Ok());
        Assert.Same(again, RotationDecisions.Fail(again, 1, new Refusal(ErrorCodes.MatchImpossible, "No."), Sample.Start).Ok());
        Assert.Equal(RotationStatus.Failed, RotationDecisions.Fail(again, 2, new Refusal(ErrorCodes.MatchImpossible, "No."), Sample.Start).Ok().Status);
    }

    [Fact]
    public void Leaves_out_of_range_or_twice_are_refused()
    {
        RotationDecisions.Replan(Planned(), [new RotationLeave(Sample.Mentor, 4)], Sample.Start).Refused(ErrorCodes.InputInvalid);
        RotationDecisions.Replan(Planned(), [new RotationLeave(Sample.Mentor, 1), new RotationLeave(Sample.Mentor, 2)], Sample.Start).Refused(ErrorCodes.InputInvalid);
    }

    [Fact]
    public void Rotation_all_of_whose_stages_have_begun_is_over()
    {
        var over = Begin(Begin(Begin(Planned(), 1), 2), 3);

        RotationDecisions.Replan(over, [], Sample.Start).Refused(ErrorCodes.RotationOver);
        Assert.Null(over.NextDue);
    }

    [Fact]
    public void Stage_round_is_published_by_its_plan_alone()
    {
        var stage = RoundDecisions.Start(null, Sample.Round, Open(), MatchObjective.Total, Sample.Start).Ok() with { Source = RoundSource.Stage };

        Assert.Equal(ErrorCodes.RoundOfRotation, RoundVariants.RefuseStage(stage, Sample.AsManager)?.Code);
        Assert.Null(RoundVariants.RefuseStage(stage, Sample.AsSystem));
    }

    [Fact]
    public void Pairing_is_rotated_on_by_the_system_alone_and_once()
    {
        var pairing = Sample.Active();
        TermDecisions.RotateOn(pairing, new PairingTurn(Sample.AsManager, Sample.Start)).Refused(ErrorCodes.NotFound);

        var ended = TermDecisions.RotateOn(pairing, new PairingTurn(Sample.AsSystem, Sample.Start)).Ok();

        Assert.Equal((PairingStage.Ended, PairingOutcome.Rotated), (ended.Stage, ended.Outcome));
        Assert.Same(ended, TermDecisions.RotateOn(ended, new PairingTurn(Sample.AsSystem, Sample.Start)).Ok());
    }

    private static RotationState Begin(RotationState state, int stage) =>
        RotationDecisions.FinishMoving(RotationDecisions.Begin(state, stage, Sample.Start).Ok(), Sample.Start).Ok();

    private static RotationState Planned() => RotationDecisions.Complete(Started(), 1, Summary, Sample.Start).Ok();

    private static RotationState Started() => Start(new PlanRotation(Sample.Cohort, 3, 0)).Ok();

    private static Decision<RotationState> Start(PlanRotation command) =>
        RotationDecisions.Start(null, Sample.Id<RotationId>(50), Open(), command, Sample.Start);

    private static CohortState Open() =>
        CohortDecisions.CountMembers(CohortDecisions.Open(CohortDecisionsTests.Create(Sample.Design).Ok(), Sample.Start).Ok(), 3, 4, 1).Ok();
}
