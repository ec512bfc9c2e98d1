namespace MentorCloud.Gateway.Cohorts.Sessions;

/// <summary>The input of the same name.</summary>
internal sealed record CohortLogSessionInput(string IdempotencyKey, string Cohort, IReadOnlyList<string>? Pairings, DateTimeOffset HeldAt, int Minutes);
