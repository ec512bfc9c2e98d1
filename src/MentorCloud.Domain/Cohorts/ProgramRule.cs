using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.Domain.Cohorts;

/// <summary>What a type of program changes.</summary>
/// <param name="Type">The type.</param>
/// <param name="LeastMonths">The shortest cohort.</param>
/// <param name="MostMonths">The longest cohort.</param>
public sealed record ProgramRule(ProgramType Type, int LeastMonths, int MostMonths)
{
    /// <summary>Whether a pairing has one check-in and no other recurring duties.</summary>
    public bool OneSession { get; init; }

    /// <summary>Whether both sides have the mentee's rights: ratings, 360-degree reviews, self-assessment, narrative.</summary>
    public bool BothLearn { get; init; }

    /// <summary>Whether a mentor can log one session for all of their pairings in the cohort; its time counts once.</summary>
    public bool CommonSessions { get; init; }

    /// <summary>Weights of a cohort that sets none.</summary>
    public MatchWeights Weights { get; init; } = MatchWeights.Default;
}
