using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Pairs;

/// <summary>What is decided about pins and vetoes.</summary>
public static class PairRuleDecisions
{
    /// <summary>Pins or vetoes a pair. Saying the same again changes nothing.</summary>
    /// <param name="state">The cohort's rules; null before the first.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="kind">Pin or veto.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="reason">Why; may be empty.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The rules; INPUT_INVALID, LIMIT_REACHED, PAIR_RULE_CONFLICT when the pair has the opposite rule or the mentee another pin.</returns>
    public static Decision<PairRulesState> Add(
        PairRulesState? state, CohortId cohort, PairRuleKind kind, MatchPair pair, string reason, DateTimeOffset now)
    {
        var before = state ?? new PairRulesState { Cohort = cohort };
        var own = Of(before, kind);
        if (own.Any(rule => rule.Pair == pair))
        {
            return Decision<PairRulesState>.Accept(before);
        }

        var refusal = Inputs.Line(reason, "reason", required: false) ?? RefuseConflict(before, kind, pair) ?? RefuseMore(own, kind) ?? RefuseWeight(before, reason);
        var rule = new PairRule(pair, reason, now);
        return refusal is not null
            ? refusal
            : Decision<PairRulesState>.Accept(With(before, kind, own.Add(rule)), new PairRuleSet(cohort, kind, pair.Mentor, pair.Mentee));
    }

    /// <summary>Takes pin and veto of a pair back. Freeing a pair without either changes nothing.</summary>
    /// <param name="state">The cohort's rules; null before the first.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="pair">The pair.</param>
    /// <returns>The rules without it.</returns>
    public static Decision<PairRulesState> Free(PairRulesState? state, CohortId cohort, MatchPair pair)
    {
        var before = state ?? new PairRulesState { Cohort = cohort };
        return before.Pins.Concat(before.Vetoes).All(rule => rule.Pair != pair)
            ? Decision<PairRulesState>.Accept(before)
            : Decision<PairRulesState>.Accept(
                before with { Pins = Without(before.Pins, pair), Vetoes = Without(before.Vetoes, pair) },
                new PairFreed(cohort, pair.Mentor, pair.Mentee));
    }

    /// <summary>Refuses a pair whose two are not a mentor and a mentee of the cohort.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="mentor">Who shall be the mentor.</param>
    /// <param name="mentee">Who shall be the mentee.</param>
    /// <returns>INPUT_INVALID with the field, or null.</returns>
    public static Refusal? RefusePair(CohortId cohort, ParticipantState mentor, ParticipantState mentee) =>
        RefuseSide(cohort, mentor, ParticipantKind.Mentor, "mentor") ?? RefuseSide(cohort, mentee, ParticipantKind.Mentee, "mentee");

    private static Refusal? RefuseSide(CohortId cohort, ParticipantState person, ParticipantKind kind, string field) =>
        person.Profile.Kind == kind && person.Cohorts.Contains(cohort) ? null : Inputs.Invalid(field, $"names nobody who is a {field} of this cohort");

    private static Refusal? RefuseConflict(PairRulesState state, PairRuleKind kind, MatchPair pair)
    {
        var opposite = Of(state, kind == PairRuleKind.Pin ? PairRuleKind.Veto : PairRuleKind.Pin);
        if (opposite.Any(rule => rule.Pair == pair))
        {
            return new Refusal(ErrorCodes.PairRuleConflict, $"This pair is {(kind == PairRuleKind.Pin ? "vetoed" : "pinned")}; free it first.", "mentee");
        }

        return kind == PairRuleKind.Pin && state.PinnedTo(pair.Mentee) is not null
            ? new Refusal(ErrorCodes.PairRuleConflict, "The mentee is pinned to another mentor; free that pair first.", "mentee")
            : null;
    }

    private static Refusal? RefuseMore(ImmutableArray<PairRule> own, PairRuleKind kind) => own.Length < PairRulesState.Most
        ? null
        : new Refusal(ErrorCodes.LimitReached, $"A cohort has at most {PairRulesState.Most} of a kind; free a {kind} before you add one.");

    private static Refusal? RefuseWeight(PairRulesState state, string reason) =>
        Inputs.Weight([reason, .. state.Pins.Concat(state.Vetoes).Select(rule => rule.Reason)]) <= PairRulesState.MostWeight
            ? null
            : new Refusal(ErrorCodes.LimitReached, "The reasons of all pins and vetoes are too long together; give a shorter one.", "reason");

    private static ImmutableArray<PairRule> Of(PairRulesState state, PairRuleKind kind) => kind == PairRuleKind.Pin ? state.Pins : state.Vetoes;

    private static PairRulesState With(PairRulesState state, PairRuleKind kind, ImmutableArray<PairRule> rules) =>
        kind == PairRuleKind.Pin ? state with { Pins = rules } : state with { Vetoes = rules };

    private static ImmutableArray<PairRule> Without(ImmutableArray<PairRule> rules, MatchPair pair) => rules.RemoveAll(rule => rule.Pair == pair);
}
