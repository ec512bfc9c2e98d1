using MentorCloud.Matching.Factors;

namespace MentorCloud.Matching.Calibration;

/// <summary>What finished pairings say about one factor.</summary>
/// <param name="Factor">Which.</param>
/// <param name="Current">Its weight now, as a share of all weights.</param>
/// <param name="Proposed">The proposed share; factors without variation keep their current share.</param>
/// <param name="Effect">Estimated change of the outcome (0..1) when the factor goes from 0 to 1; may be negative.</param>
/// <param name="Low">Lower end of the 95 % interval of the effect.</param>
/// <param name="High">Upper end of the 95 % interval of the effect.</param>
/// <param name="Observations">Pairings in which the factor was known.</param>
public sealed record FactorEvidence(Factor Factor, double Current, double Proposed, double Effect, double Low, double High, int Observations);
