namespace MentorCloud.Gateway.Cohorts.Weights;

/// <summary>The input of the same name.</summary>
internal sealed record CohortDecideWeightsInput(string IdempotencyKey, string Cohort, int Proposal, bool Approve);
