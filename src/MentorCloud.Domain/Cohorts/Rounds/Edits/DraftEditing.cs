using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Rounds.Edits;

/// <summary>Carries edits out on a draft's pairs, one after the other: all of them or none. Time: edits plus pairs.</summary>
public sealed class DraftEditing
{
    /// <summary>How many edits one request can have.</summary>
    public const int MostEdits = 100;

    private readonly IDraftRules rules;
    private readonly Dictionary<ParticipantId, ParticipantId> mentorOf;
    private readonly Dictionary<ParticipantId, int> load;

    private DraftEditing(IReadOnlyCollection<MatchPair> pairs, IDraftRules rules)
    {
        this.rules = rules;
        mentorOf = pairs.ToDictionary(pair => pair.Mentee, pair => pair.Mentor);
        load = pairs.CountBy(pair => pair.Mentor).ToDictionary();
    }

    /// <summary>Applies edits.</summary>
    /// <param name="pairs">The draft's pairs; each mentee at most once.</param>
    /// <param name="edits">What to do, in order.</param>
    /// <param name="rules">What they are judged by.</param>
    /// <param name="refusal">
    /// Why not, with the edit's field: INPUT_INVALID, NOT_FOUND, MATCH_FORBIDDEN, MATCH_PINNED, MATCH_NOT_PROPOSED,
    /// MENTOR_CAPACITY_EXHAUSTED; null when done.
    /// </param>
    /// <returns>The pairs afterwards; empty when refused.</returns>
    public static ImmutableArray<MatchPair> Apply(
        IReadOnlyCollection<MatchPair> pairs, IReadOnlyList<DraftEdit> edits, IDraftRules rules, out Refusal? refusal)
    {
        var draft = new DraftEditing(pairs, rules);
        refusal = Inputs.Count(edits, "edits", 0, MostEdits)
            ?? Inputs.FirstOf(edits, (edit, index) => draft.Do(edit) is { } no ? no with { Field = $"edits.{index}" } : null);
        return refusal is null ? [.. draft.mentorOf.Select(each => new MatchPair(each.Value, each.Key))] : [];
    }

    private Refusal? Do(DraftEdit edit) => edit.Kind switch
    {
        DraftEditKind.Assign => Assign(edit.Pair),
        DraftEditKind.Unassign => RefuseAbsent(edit.Pair) ?? RefuseParting(edit.Pair) ?? Part(edit.Pair),
        _ when edit.Other is { } other => Swap(edit.Pair, other),
        _ => Inputs.Invalid("swap", "needs two pairs"),
    };

    /// <summary>Whoever the mentee had before is free again.</summary>
    private Refusal? Assign(MatchPair pair)
    {
        if (RefusePair(pair) is { } refusal)
        {
            return refusal;
        }

        if (mentorOf.TryGetValue(pair.Mentee, out var before))
        {
            Part(new MatchPair(before, pair.Mentee));
        }

        return RefuseFull(pair) ?? Join(pair);
    }

    private Refusal? Swap(MatchPair one, MatchPair other)
    {
        var (first, second) = (new MatchPair(other.Mentor, one.Mentee), new MatchPair(one.Mentor, other.Mentee));
        var refusal = RefuseAbsent(one) ?? RefuseAbsent(other) ?? RefusePair(first) ?? RefusePair(second);
        if (refusal is not null)
        {
            return refusal;
        }

        _ = (Part(one), Part(other));
        return Join(first) ?? Join(second);
    }

    private Refusal? RefusePair(MatchPair pair)
    {
        if (!rules.IsMentor(pair.Mentor) || !rules.IsMentee(pair.Mentee))
        {
            return new Refusal(ErrorCodes.NotFound, "Name a mentor of this cohort, and a mentee of it who has no mentor yet.");
        }

        if (rules.PinnedTo(pair.Mentee) is { } pinned && pinned != pair.Mentor)
        {
            return new Refusal(ErrorCodes.MatchPinned, "The mentee is pinned to another mentor; free that pair first.");
        }

        var forbidden = rules.Forbids(pair);
        return forbidden.IsEmpty
            ? null
            : new Refusal(ErrorCodes.MatchForbidden, $"The pair is forbidden: {string.Join(", ", forbidden.Select(MatchRuleWords.Of))}.");
    }

    private Refusal? RefuseAbsent(MatchPair pair) => mentorOf.TryGetValue(pair.Mentee, out var mentor) && mentor == pair.Mentor
        ? null
        : new Refusal(ErrorCodes.MatchNotProposed, "The draft does not have this pair; read the draft again.");

    private Refusal? RefuseParting(MatchPair pair) => rules.PinnedTo(pair.Mentee) == pair.Mentor
        ? new Refusal(ErrorCodes.MatchPinned, "The pair is pinned; free it first.")
        : null;

    private Refusal? RefuseFull(MatchPair pair) => load.GetValueOrDefault(pair.Mentor) < rules.Places(pair.Mentor)
        ? null
        : new Refusal(
            ErrorCodes.MentorCapacityExhausted,
            $"The mentor has {rules.Places(pair.Mentor)} places and all are taken in this draft; part a pair first or choose another mentor.");

    private Refusal? Part(MatchPair pair)
    {
        mentorOf.Remove(pair.Mentee);
        load[pair.Mentor]--;
        return null;
    }

    private Refusal? Join(MatchPair pair)
    {
        mentorOf[pair.Mentee] = pair.Mentor;
        load[pair.Mentor] = load.GetValueOrDefault(pair.Mentor) + 1;
        return null;
    }
}
