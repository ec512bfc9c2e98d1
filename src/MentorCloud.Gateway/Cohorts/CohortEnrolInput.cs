namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record CohortEnrolInput(string IdempotencyKey, string Cohort, IReadOnlyList<string> Participants);
