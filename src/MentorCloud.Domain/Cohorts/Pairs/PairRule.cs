using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.Domain.Cohorts.Pairs;

/// <summary>A pair that a program manager pinned or vetoed.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Reason">Why, at most 200 characters; empty when not said.</param>
/// <param name="Since">When it was said, UTC.</param>
public sealed record PairRule(MatchPair Pair, string Reason, DateTimeOffset Since);
