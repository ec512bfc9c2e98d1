using MentorCloud.Domain.Cohorts.Weights;

namespace MentorCloud.Gateway.Cohorts.Weights;

/// <summary>Fields of <c>WeightsVersion</c>.</summary>
internal static class WeightsVersionFields
{
    public static IReadOnlyList<FactorWeightInput> Weights(WeightsVersion parent) => WeightListFields.Of(parent.Weights);

    public static double BestCognitiveDistance(WeightsVersion parent) => parent.Weights.BestCognitiveDistance;
}
