namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record CohortReviseInput(string IdempotencyKey, string Cohort, CohortDesignInput Design);
