using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Sqlite;
using Npgsql;

namespace MentorCloud.GrainStorage;

/// <summary>Reads grains in PostgreSQL beside the process that holds the database. Takes no hold, never writes.</summary>
[SuppressMessage("Security", "CA2100", Justification = "Every text is a constant of this class; values go in as parameters.")]
public static class PostgresGrainDatabase
{
    private const int PageSize = 256;

    /// <summary>Counts what the database holds of grains; grows with the number of states.</summary>
    /// <param name="connectionString">As Npgsql reads it; of a login that may read the grains' tables.</param>
    /// <param name="now">Reminders that are due by then count as overdue.</param>
    /// <exception cref="StorageUnavailableException">The database cannot be read, or holds no grains' tables.</exception>
    public static GrainStoreFigures Figures(string connectionString, DateTimeOffset now) => Reading(connectionString, connection =>
    {
        var kinds = new List<GrainKindFigures>();
        using (var command = new NpgsqlCommand(
            "SELECT grain_type, count(*), sum(length(payload))::bigint, max(length(payload))::bigint FROM grain_states GROUP BY grain_type ORDER BY grain_type", connection))
        {
            using var each = command.ExecuteReader();
            while (each.Read())
                kinds.Add(new GrainKindFigures(each.GetString(0), each.GetInt64(1), each.GetInt64(2), each.GetInt64(3)));
        }

        var next = Number(connection, "SELECT min(next_due) FROM grain_reminders");
        return new GrainStoreFigures(
            kinds,
            Reminders: Number(connection, "SELECT count(*) FROM grain_reminders") ?? 0,
            Overdue: Number(connection, FormattableString.Invariant($"SELECT count(*) FROM grain_reminders WHERE next_due <= {now.ToUnixTimeMilliseconds()}")) ?? 0,
            NextDue: next is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null,
            Schema: (int)(Number(connection, "SELECT max(version)::bigint FROM grain_schema") ?? 0),
            Bytes: Number(connection, "SELECT pg_total_relation_size('grain_states') + pg_total_relation_size('grain_reminders')") ?? 0);
    });

    /// <summary>Tests the checksum of every state. The pages below are the server's own to check (<c>pg_amcheck</c>, data checksums).</summary>
    /// <param name="connectionString">As for <see cref="Figures"/>.</param>
    /// <param name="cancellationToken">Stops between two pages.</param>
    /// <exception cref="StorageUnavailableException">The database cannot be read, or holds no grains' tables.</exception>
    public static GrainStoreVerification Verify(string connectionString, CancellationToken cancellationToken)
    {
        var (records, problems) = (0L, new List<string>());
        foreach (var (key, state) in Read(connectionString, string.Empty, cancellationToken))
        {
            records++;
            if (state is null)
                problems.Add($"{key} fails its checksum.");
        }

        return new GrainStoreVerification(records, problems);
    }

    /// <summary>Every state under a key prefix, page by page; each page is of one moment, the whole is not.</summary>
    /// <param name="connectionString">As for <see cref="Figures"/>.</param>
    /// <param name="keyPrefix">Such as <c>{tenant}/</c>; empty for all.</param>
    /// <param name="cancellationToken">Stops between two pages.</param>
    /// <exception cref="GrainRuntimeException">The database cannot be read, or a state fails its checksum.</exception>
    public static IEnumerable<GrainStateEntry> States(string connectionString, string keyPrefix, CancellationToken cancellationToken) =>
        Read(connectionString, keyPrefix, cancellationToken).Select(each => new GrainStateEntry(
            each.Key, each.State ?? throw new StorageCorruptException($"The stored state of {each.Key} fails its checksum.")));

    private static IEnumerable<(GrainStateKey Key, StoredGrainState? State)> Read(string connectionString, string keyPrefix, CancellationToken cancellationToken)
    {
        var after = new GrainStateKey(string.Empty, string.Empty, string.Empty);
        List<(GrainStateKey Key, StoredGrainState? State)> page;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            page = Reading(connectionString, connection => Page(connection, after, keyPrefix));
            foreach (var each in page)
                yield return each;
            after = page.Count > 0 ? page[^1].Key : after;
        }
        while (page.Count == PageSize);
    }

    private static List<(GrainStateKey Key, StoredGrainState? State)> Page(NpgsqlConnection connection, GrainStateKey after, string keyPrefix)
    {
        using var command = new NpgsqlCommand(
            "SELECT grain_type, state_name, key, version, checksum, payload FROM grain_states "
            + "WHERE (grain_type, state_name, key) > ($1, $2, $3) AND starts_with(key, $4) ORDER BY grain_type, state_name, key LIMIT $5", connection);
        foreach (var value in new object[] { after.GrainType, after.StateName, after.Key, keyPrefix, PageSize })
            command.Parameters.Add(new() { Value = value });
        var page = new List<(GrainStateKey, StoredGrainState?)>();
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var key = new GrainStateKey(row.GetString(0), row.GetString(2), row.GetString(1));
            var (version, payload) = (row.GetInt64(3), row.GetFieldValue<byte[]>(5));
            var whole = Checksum.Of(key.Key, version, payload) == (uint)row.GetInt64(4);
            page.Add((key, whole ? new StoredGrainState(version, payload) : null));
        }

        return page;
    }

    private static T Reading<T>(string connectionString, Func<NpgsqlConnection, T> read)
    {
        try
        {
            using var connection = new NpgsqlConnection(connectionString);
            connection.Open();
            return read(connection);
        }
        catch (NpgsqlException error)
        {
            throw new StorageUnavailableException($"The grains in PostgreSQL cannot be read ({error.Message}).", error);
        }
    }

    private static long? Number(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar() is { } found and not DBNull ? Convert.ToInt64(found, CultureInfo.InvariantCulture) : null;
    }
}
