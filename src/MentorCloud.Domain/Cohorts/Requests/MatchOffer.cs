using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;

namespace MentorCloud.Domain.Cohorts.Requests;

/// <summary>What one side asks, with what the engine says about it.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Pair">The two.</param>
/// <param name="By">The side that asks.</param>
/// <param name="Rank">The other's rank among those allowed to the one who asks; 1 is the best.</param>
/// <param name="Score">The pair's score, fixed-point units.</param>
/// <param name="Factors">What it is made of.</param>
/// <param name="ForbiddenBy">Hard rules that forbid the pair; vetoes are looked up again.</param>
public sealed record MatchOffer(
    CohortId Cohort,
    MatchPair Pair,
    PairingSide By,
    int Rank,
    long Score,
    ImmutableArray<FactorScore> Factors,
    ImmutableArray<MatchRule> ForbiddenBy);
