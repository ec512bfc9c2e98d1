using MentorCloud.Domain.Cohorts.Weights;

namespace MentorCloud.Gateway.Cohorts.Weights;

/// <summary>Fields of <c>WeightProposal</c>.</summary>
internal static class WeightProposalFields
{
    public static IReadOnlyList<FactorWeightInput> Weights(WeightProposal parent) => WeightListFields.Of(parent.Weights);

    public static double Lift(WeightProposal parent) => parent.ProposedCorrelation - parent.CurrentCorrelation;
}
