namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>A learner's rating of the mentoring.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Score">1 (no help) to 5 (could not be better).</param>
/// <param name="By">Whose: the mentee's, except among peers, who both learn.</param>
public sealed record MentoringRating(DateTimeOffset At, int Score, PairingSide By = PairingSide.Mentee);
