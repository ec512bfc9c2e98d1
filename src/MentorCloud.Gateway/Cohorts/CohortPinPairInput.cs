namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record CohortPinPairInput(string IdempotencyKey, string Cohort, MatchPairInput Pair, string Reason);
