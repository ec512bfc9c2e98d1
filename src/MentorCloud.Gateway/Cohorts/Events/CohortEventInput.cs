namespace MentorCloud.Gateway.Cohorts.Events;

/// <summary>The input of the same name.</summary>
internal sealed record CohortEventInput(string IdempotencyKey, string Event);
