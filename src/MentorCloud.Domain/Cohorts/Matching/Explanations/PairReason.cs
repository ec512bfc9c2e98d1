namespace MentorCloud.Domain.Cohorts.Matching.Explanations;

/// <summary>How a pair stands to a draft.</summary>
public enum PairReason
{
    /// <summary>The draft has it.</summary>
    Proposed,

    /// <summary>Hard rules or a veto forbid it.</summary>
    Forbidden,

    /// <summary>Pins take the mentor's places or the mentee.</summary>
    NoRoom,

    /// <summary>It is allowed, and the cohort does no better with it.</summary>
    NotBest,
}
