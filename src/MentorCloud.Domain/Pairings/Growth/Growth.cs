using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>How a self-assessment came on in one competency.</summary>
/// <param name="Competency">The competency.</param>
/// <param name="First">The first level.</param>
/// <param name="Latest">The latest level.</param>
/// <param name="Assessments">How often it was assessed.</param>
public sealed record Growth(string Competency, double First, double Latest, int Assessments)
{
    /// <summary>Progress over time, competency by competency, in order of name.</summary>
    /// <param name="assessments">Assessments, oldest first.</param>
    /// <param name="side">Whose.</param>
    /// <returns>One line for each competency that was assessed.</returns>
    public static ImmutableArray<Growth> Of(ImmutableArray<SelfAssessment> assessments, PairingSide side) =>
    [
        .. from assessment in assessments
           where assessment.By == side
           from level in assessment.Levels
           group level.Level by level.Competency into levels
           orderby levels.Key
           select new Growth(levels.Key, levels.First(), levels.Last(), levels.Count()),
    ];
}
