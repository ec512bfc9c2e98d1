namespace MentorCloud.Matching.Assignment;

/// <summary>A pair that exists already and what it costs to part it.</summary>
/// <param name="Mentee">Row index, from 0.</param>
/// <param name="Mentor">Column index, from 0.</param>
/// <param name="BreakingCost">Subtracted from the value of every assignment without this pair; score units, 0 or more.</param>
public readonly record struct StandingPair(int Mentee, int Mentor, long BreakingCost);
