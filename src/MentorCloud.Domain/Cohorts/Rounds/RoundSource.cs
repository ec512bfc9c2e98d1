namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>Where a round's draft comes from.</summary>
public enum RoundSource
{
    /// <summary>The engine solved it.</summary>
    Engine,

    /// <summary>A program manager chose the pairs, from nothing or from another draft.</summary>
    Hand,

    /// <summary>It is a stage of a rotation plan.</summary>
    Stage,
}
