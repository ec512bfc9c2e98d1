namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>A safety pulse that both or one side answered, kept for sums over the cohort after its duty has gone to a page.</summary>
/// <param name="Number">Which pulse.</param>
/// <param name="Month">Year times 100 and month in which it was closed, in the pairing's zone.</param>
/// <param name="Mentor">What the mentor answered, 1..5; 0 for nothing.</param>
/// <param name="Mentee">What the mentee answered, 1..5; 0 for nothing.</param>
public sealed record PulseScore(int Number, int Month, int Mentor, int Mentee);
