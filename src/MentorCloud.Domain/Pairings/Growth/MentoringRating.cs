namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>The mentee's rating of the mentoring.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Score">1 (no help) to 5 (could not be better).</param>
public sealed record MentoringRating(DateTimeOffset At, int Score);
