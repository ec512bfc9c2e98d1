namespace MentorCloud.Gateway.Cohorts.Requests;

/// <summary>The input of the same name.</summary>
internal sealed record MatchRequestSendInput(string IdempotencyKey, string Cohort, string To);
