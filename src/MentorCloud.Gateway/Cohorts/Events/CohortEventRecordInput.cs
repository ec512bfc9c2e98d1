namespace MentorCloud.Gateway.Cohorts.Events;

/// <summary>The input of the same name.</summary>
internal sealed record CohortEventRecordInput(string IdempotencyKey, string Event, IReadOnlyList<string> Attended, string Notes);
