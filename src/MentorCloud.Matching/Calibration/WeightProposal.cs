using System.Collections.Immutable;
using MentorCloud.Matching.Factors;

namespace MentorCloud.Matching.Calibration;

/// <summary>Proposed weights with the evidence. Nothing applies them: a person approves or rejects.</summary>
/// <param name="Weights">The proposal; sums to 1.</param>
/// <param name="Evidence">By factor.</param>
/// <param name="Observations">Finished pairings used.</param>
/// <param name="CurrentCorrelation">Out-of-sample rank correlation (Spearman) of the current score with the outcome.</param>
/// <param name="ProposedCorrelation">The same for weights fitted without the pairings they are judged by (cross-validation).</param>
public sealed record WeightProposal(
    FactorWeights Weights, ImmutableArray<FactorEvidence> Evidence, int Observations, double CurrentCorrelation, double ProposedCorrelation)
{
    /// <summary>Out-of-sample gain in rank correlation; at or below 0 there is no reason to change.</summary>
    public double Lift => ProposedCorrelation - CurrentCorrelation;
}
