using System.Text.Json;

namespace MentorCloud.Storage.Sql.Sqlite;

internal sealed record SqliteDialect : SqlDialect
{
    public override string Name => "sqlite";

    public override string IsAmong(string column, string parameter) => $"{column} IN (SELECT value FROM json_each({parameter}))";

    public override string BeforeSlash(string column) => $"substr({column}, 1, instr({column}, '/') - 1)";

    public override object Many(IEnumerable<string> values) => JsonSerializer.Serialize(values);

    public override string Fill(string migration) => migration
        .Replace("{text}", "TEXT", StringComparison.Ordinal)
        .Replace("{bytes}", "BLOB", StringComparison.Ordinal)
        .Replace("{position}", "INTEGER PRIMARY KEY AUTOINCREMENT", StringComparison.Ordinal);

    // Only one process writes views.db; its own signal is enough.
    public override Task AnnounceAsync(SqlSession session, long position) => Task.CompletedTask;
}
