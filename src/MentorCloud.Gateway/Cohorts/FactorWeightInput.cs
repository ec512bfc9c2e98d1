using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record FactorWeightInput(MatchFactor Factor, double Weight);
