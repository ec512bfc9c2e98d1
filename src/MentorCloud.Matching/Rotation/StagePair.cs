namespace MentorCloud.Matching.Rotation;

/// <summary>A pair in one stage of a rotation plan.</summary>
/// <param name="Stage">Stage, from 0.</param>
/// <param name="Mentee">Row in the scores.</param>
/// <param name="Mentor">Column in the scores.</param>
public readonly record struct StagePair(int Stage, int Mentee, int Mentor);
