namespace MentorCloud.Domain.Pairings.Cover;

/// <summary>Where the search for another mentor is.</summary>
public enum CoverStatus
{
    /// <summary>The matching engine looks.</summary>
    Searching,

    /// <summary>Alternatives wait for the program's decision; there may be none.</summary>
    Proposed,

    /// <summary>An alternative was chosen; the new pairing is being made.</summary>
    Placing,

    /// <summary>The new pairing is there.</summary>
    Placed,

    /// <summary>The program decided that nobody else is needed.</summary>
    Declined,

    /// <summary>Nobody else is needed any more: the pairing makes progress again, or is over.</summary>
    Lapsed,
}
