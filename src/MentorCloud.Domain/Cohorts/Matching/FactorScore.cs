namespace MentorCloud.Domain.Cohorts.Matching;

/// <summary>One factor of one pair's score.</summary>
/// <param name="Factor">Which.</param>
/// <param name="Weight">The weight it had.</param>
/// <param name="Value">Its value, 0..1 in units of <see cref="Score.Unit"/>; 0 where data was missing.</param>
/// <param name="Missing">Whether data was missing, so that the factor did not count.</param>
public sealed record FactorScore(MatchFactor Factor, double Weight, long Value, bool Missing);
