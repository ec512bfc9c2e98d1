namespace MentorCloud.Domain.Pairings.Cover;

/// <summary>Why another mentor is looked for.</summary>
public enum CoverReason
{
    /// <summary>The pairing has made no progress; it goes on until somebody else is found.</summary>
    Stalled,

    /// <summary>A side asked for somebody else, and the program agreed.</summary>
    Reassigned,

    /// <summary>The mentor has left.</summary>
    MentorLeft,
}
