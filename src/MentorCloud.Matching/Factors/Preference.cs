namespace MentorCloud.Matching.Factors;

/// <summary>One person's stated wish for another.</summary>
/// <param name="Mentee">Row in the mentee table.</param>
/// <param name="Mentor">Row in the mentor table.</param>
/// <param name="Value">0 (rather not) to 1 (first choice).</param>
public readonly record struct Preference(int Mentee, int Mentor, float Value);
