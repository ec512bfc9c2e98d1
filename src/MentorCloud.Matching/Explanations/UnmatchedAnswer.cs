namespace MentorCloud.Matching.Explanations;

/// <summary>Why a mentee stays unmatched, and who came nearest.</summary>
/// <param name="Reason">The binding reason.</param>
/// <param name="AllowedMentors">Mentors that rules and vetoes leave.</param>
/// <param name="NearestMentor">For <see cref="UnmatchedReason.MentorsFull"/> the mentor whom the mentee came nearest to; else null.</param>
/// <param name="Shortfall">
/// What the cohort would lose by giving the mentee that mentor, and so how much greater their score would have to be; null
/// where the objective is no sum (fair, stable) or pins hold every place.
/// </param>
public sealed record UnmatchedAnswer(UnmatchedReason Reason, int AllowedMentors, int? NearestMentor, long? Shortfall);
