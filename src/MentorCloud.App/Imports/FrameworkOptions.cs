namespace MentorCloud.App.Imports;

/// <summary>
/// The scales of a framework's files. A column whose header says its own, <c>Negotiation [0..5]</c>, has that one.
/// </summary>
/// <param name="SkillLeast">Lowest level of a skill. Default 0 (O*NET's level scale).</param>
/// <param name="SkillMost">Highest level of a skill. Default 7.</param>
/// <param name="StyleLeast">Lowest level of a work style. Default 1 (O*NET's importance scale).</param>
/// <param name="StyleMost">Highest level of a work style. Default 5.</param>
internal sealed record FrameworkOptions(double SkillLeast = 0, double SkillMost = 7, double StyleLeast = 1, double StyleMost = 5);
