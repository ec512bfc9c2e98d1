namespace MentorCloud.Matching.Explanations;

/// <summary>Why a mentee stays unmatched, and who came nearest.</summary>
/// <param name="Reason">The binding reason.</param>
/// <param name="AllowedMentors">Mentors that rules and vetoes leave.</param>
/// <param name="NearestMentor">For <see cref="UnmatchedReason.MentorsFull"/> the mentor whom the mentee came nearest to; else null.</param>
/// <param name="Shortfall">
/// How much greater the score with that mentor would have to be, at least, for the mentee to be matched; null where there is
/// no price to compare with (fair, stable).
/// </param>
public sealed record UnmatchedAnswer(UnmatchedReason Reason, int AllowedMentors, int? NearestMentor, long? Shortfall);
