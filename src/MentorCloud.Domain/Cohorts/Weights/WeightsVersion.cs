using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.Domain.Cohorts.Weights;

/// <summary>Weights that a cohort has or had.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="Weights">The weights.</param>
public sealed record WeightsVersion(int Version, MatchWeights Weights)
{
    /// <summary>How many earlier versions a cohort keeps: the newest.</summary>
    public const int Kept = 20;
}
