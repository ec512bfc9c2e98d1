namespace MentorCloud.Identity.Store;

/// <summary>What a change of a user leaves to be done outside the accounts.</summary>
internal enum DirectoryWork
{
    None,

    /// <summary>To find out which participant the person is.</summary>
    Meet,

    /// <summary>To report that the person left.</summary>
    Leave,

    /// <summary>To report that the person is back.</summary>
    Return,
}
