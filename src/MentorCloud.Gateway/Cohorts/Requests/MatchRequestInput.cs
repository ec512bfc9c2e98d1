namespace MentorCloud.Gateway.Cohorts.Requests;

/// <summary>The input of the same name.</summary>
internal sealed record MatchRequestInput(string IdempotencyKey, string MatchRequest);
