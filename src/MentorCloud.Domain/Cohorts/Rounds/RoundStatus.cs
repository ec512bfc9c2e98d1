namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>Where a matching round is in its life.</summary>
public enum RoundStatus
{
    /// <summary>The solver works on it.</summary>
    Solving,

    /// <summary>A draft is there to be looked at; nobody but the program's managers sees it.</summary>
    Drafted,

    /// <summary>Slots are being reserved and pairings prepared.</summary>
    Publishing,

    /// <summary>Published: its pairings are real.</summary>
    Published,

    /// <summary>Publication was refused half-way and is being undone.</summary>
    Releasing,

    /// <summary>Given up, by a person or because publication was refused; the reason is kept.</summary>
    Discarded,

    /// <summary>The solver found no answer; the reason is kept.</summary>
    Failed,
}
