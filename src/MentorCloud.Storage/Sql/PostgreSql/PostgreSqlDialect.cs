using System.Globalization;

namespace MentorCloud.Storage.Sql.PostgreSql;

internal sealed record PostgreSqlDialect : SqlDialect
{
    public override string Name => "postgresql";

    public override string IsAmong(string column, string parameter) => $"{column} = ANY({parameter})";

    public override string BeforeSlash(string column) => $"split_part({column}, '/', 1)";

    public override object Many(IEnumerable<string> values) => values.ToArray();

    // COLLATE "C" sorts by bytes, as SQLite does: one order, one set of cursors, whatever the server's locale.
    public override string Fill(string migration) => migration
        .Replace("{text}", "text COLLATE \"C\"", StringComparison.Ordinal)
        .Replace("{bytes}", "bytea", StringComparison.Ordinal)
        .Replace("{position}", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY", StringComparison.Ordinal);

    public override Task AnnounceAsync(SqlSession session, long position) => session.ListAsync(
        "SELECT pg_notify('mentorcloud_facts', @position)",
        _ => 0,
        CancellationToken.None,
        ("@position", position.ToString(CultureInfo.InvariantCulture)));
}
