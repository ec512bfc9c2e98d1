namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record RoundPickInput(string IdempotencyKey, string Cohort, IReadOnlyList<MatchPairInput> Pairs);
