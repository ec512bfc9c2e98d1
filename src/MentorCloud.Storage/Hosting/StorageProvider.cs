namespace MentorCloud.Storage.Hosting;

/// <summary>Which database holds views, facts, audit log and keys.</summary>
public enum StorageProvider
{
    /// <summary>The file <c>views.db</c> in the data folder (default edition).</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, 15 or later (cluster edition).</summary>
    PostgreSql,
}
