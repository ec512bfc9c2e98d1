using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Pairs;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Cohorts.Pairs;

public sealed class PairRuleDecisionsTests
{
    [Fact]
    public void Pin_and_veto_of_the_same_pair_exclude_each_other_until_it_is_freed()
    {
        var pinned = Add(null, PairRuleKind.Pin, Pair(1, 1)).Ok();
        Add(pinned, PairRuleKind.Veto, Pair(1, 1)).Refused(ErrorCodes.PairRuleConflict);

        var freed = PairRuleDecisions.Free(pinned, Sample.Cohort, Pair(1, 1)).Ok();

        Assert.True(Add(freed, PairRuleKind.Veto, Pair(1, 1)).Ok().Forbids(Pair(1, 1)));
    }

    [Fact]
    public void Mentee_has_one_pin_and_a_mentor_many()
    {
        var pinned = Add(null, PairRuleKind.Pin, Pair(1, 1)).Ok();

        Add(pinned, PairRuleKind.Pin, Pair(2, 1)).Refused(ErrorCodes.PairRuleConflict);
        Assert.Equal(2, Add(pinned, PairRuleKind.Pin, Pair(1, 2)).Ok().Pins.Length);
    }

    [Fact]
    public void Same_rule_again_changes_nothing()
    {
        var pinned = Add(null, PairRuleKind.Pin, Pair(1, 1)).Ok();

        Assert.Same(pinned, Add(pinned, PairRuleKind.Pin, Pair(1, 1)).Ok());
        Assert.Same(pinned, PairRuleDecisions.Free(pinned, Sample.Cohort, Pair(5, 5)).Ok());
    }

    [Fact]
    public void Rule_beyond_the_limit_is_refused()
    {
        PairRulesState? rules = null;
        for (var mentee = 0; mentee < PairRulesState.Most; mentee++)
        {
            rules = Add(rules, PairRuleKind.Veto, Pair(1, mentee)).Ok();
        }

        Add(rules, PairRuleKind.Veto, Pair(1, 500)).Refused(ErrorCodes.LimitReached);
        Add(rules, PairRuleKind.Pin, Pair(1, 500)).Ok();
    }

    [Fact]
    public void Longest_rules_stay_under_64_kb()
    {
        PairRulesState? rules = null;
        for (var mentee = 0; mentee < PairRulesState.Most; mentee++)
        {
            var reason = new string('é', 100);
            foreach (var (kind, mentor) in new[] { (PairRuleKind.Pin, 1), (PairRuleKind.Veto, 2) })
            {
                var with = PairRuleDecisions.Add(rules, Sample.Cohort, kind, Pair(mentor, mentee), reason, Sample.Start);
                rules = with.State ?? Add(rules, kind, Pair(mentor, mentee)).State ?? rules;
            }
        }

        Assert.InRange(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(rules).Length, 20_000, 64_000);
    }

    [Fact]
    public void Reason_that_is_too_long_is_refused() => PairRuleDecisions
        .Add(null, Sample.Cohort, PairRuleKind.Pin, Pair(1, 1), new string('x', 201), Sample.Start).Refused(ErrorCodes.InputInvalid);

    private static Decision<PairRulesState> Add(PairRulesState? state, PairRuleKind kind, MatchPair pair) =>
        PairRuleDecisions.Add(state, Sample.Cohort, kind, pair, string.Empty, Sample.Start);

    private static MatchPair Pair(int mentor, int mentee) => new(Sample.Id<ParticipantId>(100 + mentor), Sample.Id<ParticipantId>(200 + mentee));
}
