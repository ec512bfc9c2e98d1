namespace MentorCloud.Storage.Sql;

/// <summary>The few places where the two databases want different words. Everything else is written once.</summary>
internal abstract record SqlDialect
{
    /// <summary>Part of the names of migration files that only this database runs.</summary>
    public abstract string Name { get; }

    /// <summary>What every query on tenants' rows filters by. A test removes it to show what stands behind it.</summary>
    public string OwnTenant { get; init; } = "tenant = @tenant";

    /// <summary>A condition that a column's value is among many, all in one parameter, so that the statement's text stays the same.</summary>
    public abstract string IsAmong(string column, string parameter);

    /// <summary>The parameter's value for <see cref="IsAmong"/>.</summary>
    public abstract object Many(IEnumerable<string> values);

    /// <summary>What stands before the first slash of a text.</summary>
    public abstract string BeforeSlash(string column);

    /// <summary>Fills the type words of a migration: {text} sorts by bytes, {bytes}, {position} numbers rows by itself.</summary>
    public abstract string Fill(string migration);

    /// <summary>Tells other processes that there are facts up to a position, when the transaction commits.</summary>
    public abstract Task AnnounceAsync(SqlSession session, long position);
}
