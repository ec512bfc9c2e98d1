namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record CohortCloneInput(string IdempotencyKey, string Cohort, string Name);
