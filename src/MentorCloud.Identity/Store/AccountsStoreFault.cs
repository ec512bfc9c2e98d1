namespace MentorCloud.Identity.Store;

/// <summary>Why the accounts cannot be opened.</summary>
public enum AccountsStoreFault
{
    /// <summary>The folder or file cannot be read or written, or the server cannot be reached.</summary>
    Unreachable,

    /// <summary>The file is no database, or damaged.</summary>
    Corrupt,

    /// <summary>A newer MentorCloud wrote it.</summary>
    Newer,
}
