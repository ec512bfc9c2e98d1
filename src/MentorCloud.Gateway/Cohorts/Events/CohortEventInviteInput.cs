namespace MentorCloud.Gateway.Cohorts.Events;

/// <summary>The input of the same name.</summary>
internal sealed record CohortEventInviteInput(string IdempotencyKey, string Event, IReadOnlyList<string> Participants);
