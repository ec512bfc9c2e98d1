namespace MentorCloud.Domain.Cohorts;

/// <summary>What a type of program changes.</summary>
/// <param name="Type">The type.</param>
/// <param name="LeastMonths">The shortest cohort.</param>
/// <param name="MostMonths">The longest cohort.</param>
/// <param name="OneSession">Whether a pairing has one check-in and no other recurring duties.</param>
/// <param name="BothLearn">Whether both sides have the mentee's rights.</param>
public sealed record ProgramRule(ProgramType Type, int LeastMonths, int MostMonths, bool OneSession, bool BothLearn);
