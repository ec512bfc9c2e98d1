namespace MentorCloud.Matching.Assignment;

/// <summary>What a solve cost.</summary>
/// <param name="Candidates">Pairs in the candidate lists at the end.</param>
/// <param name="PairsScored">Pairs whose score was read, counting each time; divide by all pairs for passes.</param>
/// <param name="PricingRounds">Times that pairs outside the lists were tested against the duals.</param>
/// <param name="Augmentations">Shortest augmenting paths.</param>
public sealed record SolveStatistics(long Candidates, long PairsScored, int PricingRounds, long Augmentations);
