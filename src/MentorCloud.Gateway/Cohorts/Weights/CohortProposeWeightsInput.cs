namespace MentorCloud.Gateway.Cohorts.Weights;

/// <summary>The input of the same name.</summary>
internal sealed record CohortProposeWeightsInput(string IdempotencyKey, string Cohort);
