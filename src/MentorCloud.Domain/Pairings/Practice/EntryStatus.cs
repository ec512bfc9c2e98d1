namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>Where an entry is. Kinds that follow nothing up are done when they are written.</summary>
public enum EntryStatus
{
    /// <summary>Written; nothing has followed yet.</summary>
    Open,

    /// <summary>Being worked on.</summary>
    Underway,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Given up, with a reason.</summary>
    Dropped,
}
