using System.Collections.Immutable;

namespace MentorCloud.Domain.Cohorts.Matching.Explanations;

/// <summary>Another decision to try without storing anything.</summary>
/// <param name="Weights">Other weights; null for the draft's own.</param>
/// <param name="Objective">Another objective; null for the draft's own.</param>
/// <param name="Pins">Pairs to have, besides the cohort's; at most 100.</param>
/// <param name="Vetoes">Pairs not to have, besides the cohort's; at most 100.</param>
public sealed record WhatIf(
    MatchWeights? Weights, MatchObjective? Objective, ImmutableArray<MatchPair> Pins, ImmutableArray<MatchPair> Vetoes);
