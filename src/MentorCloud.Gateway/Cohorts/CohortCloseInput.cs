namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record CohortCloseInput(string IdempotencyKey, string Cohort);
