namespace MentorCloud.Domain.Cohorts.Rounds.Edits;

/// <summary>What a person does to a draft by hand.</summary>
public enum DraftEditKind
{
    /// <summary>Puts two people together.</summary>
    Assign,

    /// <summary>Parts a pair.</summary>
    Unassign,

    /// <summary>Lets two pairs exchange their mentors.</summary>
    Swap,
}
