namespace MentorCloud.Matching.Explanations;

/// <summary>The binding reason why a mentee has fewer mentors than wanted.</summary>
public enum UnmatchedReason
{
    /// <summary>The mentee has all mentors wanted.</summary>
    Matched,

    /// <summary>Rules and vetoes leave no mentor at all.</summary>
    NobodyAllowed,

    /// <summary>All allowed mentors have capacity 0.</summary>
    NoCapacity,

    /// <summary>Every allowed pair would lower the sum, and the objective is the total.</summary>
    WouldLowerTotal,

    /// <summary>Every allowed mentor is full with mentees who serve the objective at least as well.</summary>
    MentorsFull,

    /// <summary>Every allowed mentor is already one of the mentee's own, and more were wanted.</summary>
    AlreadyHasAll,
}
