using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Gateway.BenchServer;

internal sealed record PairingLine(string Id, string Mentor, string Mentee, string Stage, long Score, string Health, ReasonNode[] Reasons);

internal sealed record PersonLine(string Id, string Name, string Title);

/// <summary>The two statements of the page, as the views' store writes them, on one pooled connection.</summary>
internal sealed class PageSql(string file)
{
    private const string Pairings = """
        SELECT tenant, id, cohort, round, mentor, mentee, stage, score, weights_version, contract_version, check_ins_done,
          check_ins_missed, next_check_in_due, created_at, health, health_reasons, due_up, due_down
        FROM pairings WHERE tenant = @tenant ORDER BY created_at ASC, id ASC LIMIT @most
        """;

    private const string People = """
        SELECT tenant, id, external_id, kind, name, title, division, location, time_zone, hours_per_month, max_mentees, load, cohorts,
          registered_at, sort_name, search
        FROM participants WHERE tenant = @tenant AND id IN (SELECT value FROM json_each(@ids))
        """;

    private static readonly string[] Health = ["ON_TRACK", "DRIFTING", "AT_RISK", "STALLED"];

    private readonly string text = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = true }.ToString();

    public (List<PairingLine> Rows, Dictionary<string, PersonLine> People) Read(string tenant, int most)
    {
        using var connection = new SqliteConnection(text);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Pairings;
        command.Parameters.AddWithValue("@tenant", tenant);
        command.Parameters.AddWithValue("@most", most);
        var rows = new List<PairingLine>(most);
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read()) rows.Add(Pairing(reader));
        }

        return (rows, PeopleOf(connection, tenant, rows.Take(most - 1)));
    }

    private static PairingLine Pairing(SqliteDataReader reader) => new(
        reader.GetString(1), reader.GetString(4), reader.GetString(5), reader.GetString(6).ToUpperInvariant(), reader.GetInt64(7),
        Health[reader.GetInt32(14)], [.. reader.GetString(15).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Reason)]);

    private static ReasonNode Reason(string name) =>
        new(string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : c.ToString(CultureInfo.InvariantCulture))).ToUpperInvariant());

    private static Dictionary<string, PersonLine> PeopleOf(SqliteConnection connection, string tenant, IEnumerable<PairingLine> rows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = People;
        command.Parameters.AddWithValue("@tenant", tenant);
        command.Parameters.AddWithValue("@ids", JsonSerializer.Serialize(rows.SelectMany(row => new[] { row.Mentor, row.Mentee }).Distinct(), PageJson.Default.IEnumerableString));
        var people = new Dictionary<string, PersonLine>(StringComparer.Ordinal);
        using var reader = command.ExecuteReader();
        while (reader.Read()) people.Add(reader.GetString(1), new PersonLine(reader.GetString(1), reader.GetString(4), reader.GetString(5)));
        return people;
    }
}
