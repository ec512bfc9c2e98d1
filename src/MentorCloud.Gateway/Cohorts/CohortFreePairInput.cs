namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record CohortFreePairInput(string IdempotencyKey, string Cohort, MatchPairInput Pair);
