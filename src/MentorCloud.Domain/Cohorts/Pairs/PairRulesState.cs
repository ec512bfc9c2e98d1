using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Pairs;

/// <summary>The pins and vetoes of a cohort, which every way of matching respects (requirement 18).</summary>
public sealed record PairRulesState
{
    /// <summary>How many pins, and how many vetoes, a cohort can have.</summary>
    public const int Most = 100;

    /// <summary>How much all reasons can weigh together, so that the stored state stays under 64 KB: characters, one outside ASCII counting six.</summary>
    public const int MostWeight = 16_000;

    /// <summary>The cohort.</summary>
    public required CohortId Cohort { get; init; }

    /// <summary>Pairs that every draft must have, oldest first.</summary>
    public ImmutableArray<PairRule> Pins { get; init; } = [];

    /// <summary>Pairs that nobody may make, oldest first.</summary>
    public ImmutableArray<PairRule> Vetoes { get; init; } = [];

    /// <summary>Whether a pair is vetoed.</summary>
    /// <param name="pair">The pair.</param>
    /// <returns>True when it is.</returns>
    public bool Forbids(MatchPair pair) => Vetoes.Any(rule => rule.Pair == pair);

    /// <summary>Refuses a vetoed pair, whenever the veto came: looked at where a pairing is made.</summary>
    /// <param name="pair">The pair.</param>
    /// <returns>MATCH_FORBIDDEN, which does not say why; or null.</returns>
    public Refusal? RefuseVetoed(MatchPair pair) =>
        Forbids(pair) ? new Refusal(ErrorCodes.MatchForbidden, "The program does not allow this pair; choose another.") : null;

    /// <summary>The mentor whom a mentee is pinned to.</summary>
    /// <param name="mentee">The mentee.</param>
    /// <returns>The mentor; null when there is no pin.</returns>
    public ParticipantId? PinnedTo(ParticipantId mentee) => Pins.FirstOrDefault(rule => rule.Pair.Mentee == mentee)?.Pair.Mentor;
}
