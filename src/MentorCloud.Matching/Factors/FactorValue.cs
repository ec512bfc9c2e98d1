namespace MentorCloud.Matching.Factors;

/// <summary>One factor of one pair.</summary>
/// <param name="Factor">Which.</param>
/// <param name="Weight">Its weight in the cohort.</param>
/// <param name="Value">0 to 1; null if data is missing, in which case the factor does not count for this pair.</param>
/// <param name="Share">What it adds to the score: weight * value / sum of the weights that count; 0 if missing.</param>
public readonly record struct FactorValue(Factor Factor, double Weight, double? Value, double Share);
