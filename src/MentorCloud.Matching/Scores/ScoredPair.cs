namespace MentorCloud.Matching.Scores;

/// <summary>One allowed pair and its score.</summary>
/// <param name="Mentee">Index of the mentee, from 0.</param>
/// <param name="Mentor">Index of the mentor, from 0.</param>
/// <param name="Score">Fixed-point score, of magnitude at most 2^60 units.</param>
public readonly record struct ScoredPair(int Mentee, int Mentor, long Score);
