using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.Gateway.Cohorts.Weights;

/// <summary>Weights as the schema lists them.</summary>
internal static class WeightListFields
{
    public static IReadOnlyList<FactorWeightInput> Of(MatchWeights weights) =>
        [.. Enum.GetValues<MatchFactor>().Select(factor => new FactorWeightInput(factor, weights.Of(factor)))];
}
