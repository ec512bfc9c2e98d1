namespace MentorCloud.App.Backups;

/// <summary>The names of the databases that belong together.</summary>
internal static class DataFiles
{
    public const string Views = "views.db";

    public const string Accounts = "accounts.db";
}
