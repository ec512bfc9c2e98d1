using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>Solves a drafted round again into a new draft; the old one stays for comparison.</summary>
/// <param name="Base">The drafted round to begin from.</param>
/// <param name="Objective">Another objective; null for the same.</param>
/// <param name="Pins">Pairs that the new draft must have, besides the cohort's pins; at most <see cref="MostPairs"/>.</param>
/// <param name="Vetoes">Pairs that it must not have, besides the cohort's vetoes; at most <see cref="MostPairs"/>.</param>
/// <param name="KeepBonus">
/// How much better, in fixed-point units, the cohort must do for a pair of the base to be broken; 0 breaks for any gain.
/// </param>
public sealed record ResolveRound(
    RoundId Base, MatchObjective? Objective, ImmutableArray<MatchPair> Pins, ImmutableArray<MatchPair> Vetoes, long KeepBonus)
{
    /// <summary>How many pins, and how many vetoes, a round can have of its own.</summary>
    public const int MostPairs = 100;
}
