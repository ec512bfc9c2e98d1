using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.Domain.Cohorts.Weights;

/// <summary>Weights that outcomes of finished pairings speak for (requirement 24). Nothing applies them but a person's approval.</summary>
/// <param name="Number">1 for the cohort's first proposal.</param>
/// <param name="FromVersion">The version of the weights that it was compared with.</param>
/// <param name="Weights">The proposed weights.</param>
/// <param name="Evidence">By factor.</param>
/// <param name="Observations">Finished pairings used.</param>
/// <param name="CurrentCorrelation">Rank correlation of the current score with the outcome, out of sample, -1..1.</param>
/// <param name="ProposedCorrelation">The same for weights fitted without the pairings that they are judged by.</param>
/// <param name="ProposedAt">When it was made, UTC.</param>
/// <param name="Status">What became of it.</param>
/// <param name="DecidedAt">When somebody decided, UTC; null while nobody did.</param>
public sealed record WeightProposal(
    int Number,
    int FromVersion,
    MatchWeights Weights,
    ImmutableArray<WeightEvidence> Evidence,
    int Observations,
    double CurrentCorrelation,
    double ProposedCorrelation,
    DateTimeOffset ProposedAt,
    ProposalStatus Status = ProposalStatus.Open,
    DateTimeOffset? DecidedAt = null);
