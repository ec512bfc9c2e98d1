namespace MentorCloud.Gateway.Cohorts.Events;

/// <summary>The input of the same name.</summary>
internal sealed record CohortEventAnswerInput(string IdempotencyKey, string Event, bool Accept);
