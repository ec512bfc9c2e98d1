using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Endings;

/// <summary>Rows 57 to 59 as tables: what is handed over, when a pairing is proposed for another mentor, and requests without fault.</summary>
public sealed class RebalancingTableTests
{
    [Theory]
    [InlineData("mentee", "mentee", Visibility.Author, null)]
    [InlineData("mentee", "mentee", Visibility.Program, null)]
    [InlineData("mentee", "mentor", Visibility.Pair, null)]
    [InlineData("mentee", "mentor", Visibility.Author, ErrorCodes.InputInvalid)]
    [InlineData("mentor", "mentee", Visibility.Pair, ErrorCodes.PairingOtherSide)]
    [InlineData("manager", "mentee", Visibility.Pair, ErrorCodes.NotFound)]
    [InlineData("sponsor", "mentee", Visibility.Pair, ErrorCodes.NotFound)]
    [InlineData("stranger", "mentee", Visibility.Pair, ErrorCodes.NotFound)]
    public void Mentee_alone_hands_over_what_is_their_own_or_the_pairs(string who, string author, Visibility visibility, string? code)
    {
        var life = Life.Active();
        var number = life.Write(Who(author), EntryKind.Experiment, visibility);

        Assert.Equal(code, life.Try(Who(who), new ChooseHandover([number])).Refusal?.Code);
        Assert.Equal(code is null ? [number] : [], life.State.Handover);
    }

    [Theory]
    [InlineData(1, new[] { 2 }, 1)]
    [InlineData(2, new[] { 2 }, 0)]
    [InlineData(2, new[] { 2, 2 }, 1)]
    [InlineData(2, new[] { 2, 3, 2 }, 0)]
    [InlineData(2, new[] { 2, 2, 2 }, 1)]
    [InlineData(3, new[] { 2, 2 }, 0)]
    [InlineData(3, new[] { 1, 2, 1 }, 1)]
    public void Checks_in_a_row_without_progress_propose_rebalancing_once_at_the_cohorts_number(int after, int[] scores, int proposals)
    {
        var active = Sample.Active();
        var numbers = CohortNumbers.Default with { StalledAfterChecks = after };
        var life = new Life(active with { Origin = active.Origin with { Numbers = numbers } }, Sample.Start);
        foreach (var score in scores)
        {
            life.Until(life.State.Open(DutyKind.AlignmentCheck)!.DueAt.AddHours(1));
            life.Do(Sample.AsMentor, new AnswerCheck(DutyKind.AlignmentCheck, score)).Do(Sample.AsMentee, new AnswerCheck(DutyKind.AlignmentCheck, score));
        }

        Assert.Equal(proposals, life.Count<RebalancingProposed>());
        Assert.Equal(PairingStage.Active, life.State.Stage);
    }

    [Theory]
    [InlineData("mentee", "manager", true, null, PairingOutcome.Reassigned)]
    [InlineData("mentor", "manager", true, null, PairingOutcome.Reassigned)]
    [InlineData("mentee", "manager", false, null, PairingOutcome.None)]
    [InlineData("mentee", "mentor", true, ErrorCodes.NotFound, PairingOutcome.None)]
    [InlineData("mentee", "sponsor", true, ErrorCodes.NotFound, PairingOutcome.None)]
    [InlineData("mentee", "stranger", true, ErrorCodes.NotFound, PairingOutcome.None)]
    [InlineData(null, "manager", true, ErrorCodes.ReassignmentNotRequested, PairingOutcome.None)]
    public void Request_is_answered_by_a_manager_and_a_granted_one_ends_without_fault(
        string? asker, string answerer, bool grant, string? code, PairingOutcome outcome)
    {
        var life = Life.Active();
        if (asker is not null)
        {
            life.Do(Who(asker), new RequestReassignment());
        }

        Assert.Equal(code, life.Try(Who(answerer), new AnswerReassignment(grant)).Refusal?.Code);
        Assert.Equal(outcome, life.State.Outcome);
        Assert.Equal(outcome == PairingOutcome.Reassigned ? 1 : 0, life.Count<CoverNeeded>());
    }

    private static Actor Who(string who) => who switch
    {
        "mentor" => Sample.AsMentor,
        "mentee" => Sample.AsMentee,
        "manager" => Sample.AsManager,
        "sponsor" => Sample.AsSponsor,
        _ => Sample.AsStranger,
    };
}
