namespace MentorCloud.Matching.Assignment;

/// <summary>A mentee and a mentor by their indices in the scores.</summary>
/// <param name="Mentee">Row index, from 0.</param>
/// <param name="Mentor">Column index, from 0.</param>
public readonly record struct PairId(int Mentee, int Mentor);
