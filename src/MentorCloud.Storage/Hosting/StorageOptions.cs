namespace MentorCloud.Storage.Hosting;

/// <summary>Where the relational side keeps its things. Checked at start; what is wrong is named.</summary>
public sealed class StorageOptions
{
    /// <summary>Which database. Default: SQLite.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>The folder of <c>views.db</c>; made when missing. Required for SQLite; for PostgreSQL only kept apart from the master key.</summary>
    public string? DataFolder { get; set; }

    /// <summary>
    /// PostgreSQL: how to reach the server. Requests run in the role <c>mentorcloud_app</c>, of which this login has to be
    /// a member. Required for PostgreSQL, unused by SQLite.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// PostgreSQL: the login that owns the tables, for migrations and for rebuilding views; it needs CREATEROLE the first
    /// time. Null (default): <see cref="ConnectionString"/> serves for both.
    /// </summary>
    public string? OwnerConnectionString { get; set; }

    /// <summary>
    /// The file of the master key: 32 random bytes, readable by its owner alone, outside the data folder. Made when it is
    /// missing and nothing is sealed yet. Required unless another <c>IMasterKey</c> is registered.
    /// </summary>
    public string? MasterKeyFile { get; set; }

    /// <summary>How many unwrapped keys are kept in memory, 16..1,000,000. Default 4,096 (about 200 bytes each).</summary>
    public int CachedKeys { get; set; } = 4096;

    /// <summary>
    /// How long an unwrapped key is kept before it is read again, one second to one hour. Default one minute: within it an
    /// erasure by another process takes effect here.
    /// </summary>
    public TimeSpan KeyLifetime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many publications and audit entries one transaction takes at most, 1..10,000. Default 512.</summary>
    public int LargestGroup { get; set; } = 512;
}
