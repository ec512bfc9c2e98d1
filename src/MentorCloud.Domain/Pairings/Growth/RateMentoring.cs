namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>The mentee rates the mentoring (requirement 51).</summary>
/// <param name="Score">1 (no help) to 5 (could not be better).</param>
public sealed record RateMentoring(int Score) : PairingCommand;
