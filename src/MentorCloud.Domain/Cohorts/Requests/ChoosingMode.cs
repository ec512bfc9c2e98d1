namespace MentorCloud.Domain.Cohorts.Requests;

/// <summary>Whether people of a cohort choose each other.</summary>
public enum ChoosingMode
{
    /// <summary>They do not: the program matches.</summary>
    Closed,

    /// <summary>They ask anybody whom the rules allow.</summary>
    SelfMatch,

    /// <summary>They ask one of those whom the engine ranks highest for them.</summary>
    Hybrid,
}
