using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.Domain.Cohorts.Weights;

/// <summary>What finished pairings say about one factor.</summary>
/// <param name="Factor">Which.</param>
/// <param name="Current">Its share of all weights now, 0..1.</param>
/// <param name="Proposed">The share proposed; a factor that did not vary keeps its own.</param>
/// <param name="Effect">Estimated change of the outcome (0..1) when the factor goes from 0 to 1; may be negative.</param>
/// <param name="Low">Lower end of the 95 % interval of the effect; null where the factor did not vary.</param>
/// <param name="High">Upper end of it.</param>
/// <param name="Observations">Pairings in which the factor was known.</param>
public sealed record WeightEvidence(
    MatchFactor Factor, double Current, double Proposed, double Effect, double? Low, double? High, int Observations);
