namespace MentorCloud.Matching.Explanations;

/// <summary>How a pair stands among the alternatives of both sides.</summary>
/// <param name="Score">The pair's score.</param>
/// <param name="RankForMentee">1 for the best; mentors with the same score share a rank.</param>
/// <param name="MenteeAlternatives">Mentors allowed to the mentee.</param>
/// <param name="RankForMentor">1 for the best; mentees with the same score share a rank.</param>
/// <param name="MentorAlternatives">Mentees allowed to the mentor.</param>
public sealed record PairStanding(long Score, int RankForMentee, int MenteeAlternatives, int RankForMentor, int MentorAlternatives);
