namespace MentorCloud.Matching.Assignment;

/// <summary>One pair of an assignment.</summary>
/// <param name="Mentee">Row index, from 0.</param>
/// <param name="Mentor">Column index, from 0.</param>
/// <param name="Score">The pair's score, fixed point; without any priority or breaking cost.</param>
/// <param name="Pinned">True if a person fixed this pair rather than the engine.</param>
public readonly record struct AssignedPair(int Mentee, int Mentor, long Score, bool Pinned);
