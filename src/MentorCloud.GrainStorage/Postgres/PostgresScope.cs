using Npgsql;

namespace MentorCloud.GrainStorage.Postgres;

/// <summary>
/// Whose grains a statement may touch; the server's row policies enforce it (docs/adr/0088). The scope goes with the statement
/// in one trip and holds for its transaction alone.
/// </summary>
internal static class PostgresScope
{
    /// <summary>What is due, and which kinds there are, over all tenants: to be read, and nothing else.</summary>
    public const string Every = "*";

    /// <summary>The role of every statement: it owns nothing and bypasses nothing.</summary>
    private const string Role = "mentorcloud_grains";

    /// <summary>The tenant of a key: what stands before its first slash.</summary>
    public static string Of(string key) => key.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? key[..slash] : key;

    /// <summary>The tenant of a beginning of keys; everybody's where it does not reach the first slash.</summary>
    public static string OfPrefix(string prefix) => prefix.Contains('/', StringComparison.Ordinal) ? Of(prefix) : Every;

    /// <summary>The same connection in the role that the policies hold for; set when it begins, so that no reset and no pool takes it off.</summary>
    public static string Within(string connectionString)
    {
        var way = new NpgsqlConnectionStringBuilder(connectionString);
        way.Options = $"{way.Options} -c role={Role}".Trim();
        return way.ConnectionString;
    }

#pragma warning disable CA2100 // Every text is one of PostgresStatements; values go in as parameters.
    /// <summary>A statement behind its scope.</summary>
    public static NpgsqlBatch Batch(NpgsqlDataSource source, string scope, string sql, params object[] values)
    {
        var batch = source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT set_config('mentorcloud.tenant', $1, true)") { Parameters = { new() { Value = scope } } });
        var statement = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            statement.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(statement);
        return batch;
    }
#pragma warning restore CA2100

    /// <summary>The rows of the statement itself.</summary>
    public static async Task<NpgsqlDataReader> ReadAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        var rows = await batch.ExecuteReaderAsync(cancellationToken);
        try
        {
            await rows.NextResultAsync(cancellationToken);
            return rows;
        }
        catch
        {
            await rows.DisposeAsync();
            throw;
        }
    }
}
