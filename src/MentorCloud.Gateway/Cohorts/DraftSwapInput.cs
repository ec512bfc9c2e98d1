namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record DraftSwapInput(MatchPairInput One, MatchPairInput Other);
