using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Sqlite;

namespace MentorCloud.GrainStorage;

/// <summary>Reads a store's file, or a copy of one, beside the process that holds it. Never writes.</summary>
public static class GrainStoreFile
{
    /// <summary>The file's name within the data folder.</summary>
    public const string Name = SqliteGrainStore.FileName;

    private const int PageSize = 256;

    /// <summary>Counts what the file holds; grows with the number of states.</summary>
    /// <param name="file">The file.</param>
    /// <param name="now">Reminders that are due by then count as overdue.</param>
    /// <exception cref="GrainRuntimeException">The file cannot be read.</exception>
    public static GrainStoreFigures Figures(string file, DateTimeOffset now) => Reading(file, reader =>
    {
        var kinds = new List<GrainKindFigures>();
        using (var each = reader.Connection.Prepare(
            "SELECT grain_type, count(*), coalesce(sum(length(payload)), 0), coalesce(max(length(payload)), 0) "
            + "FROM states JOIN kinds ON kinds.id = states.kind GROUP BY grain_type ORDER BY grain_type"))
        {
            while (each.Step())
                kinds.Add(new GrainKindFigures(each.Text(0), each.Int64(1), each.Int64(2), each.Int64(3)));
        }

        return new GrainStoreFigures(
            kinds,
            Reminders: reader.Connection.Number("SELECT count(*) FROM reminders"),
            Overdue: reader.Connection.Number(FormattableString.Invariant($"SELECT count(*) FROM reminders WHERE next_due <= {now.ToUnixTimeMilliseconds()}")),
            NextDue: reader.Earliest(after: null),
            Schema: (int)reader.Connection.Number("PRAGMA user_version"),
            Bytes: new FileInfo(file).Length);
    });

    /// <summary>Every state under a key prefix, page by page; each page is of one moment, the whole is not.</summary>
    /// <param name="file">The file.</param>
    /// <param name="keyPrefix">Such as <c>{tenant}/</c>; empty for all.</param>
    /// <param name="cancellationToken">Stops between two pages.</param>
    /// <exception cref="GrainRuntimeException">The file cannot be read, or a state fails its checksum.</exception>
    public static IEnumerable<GrainStateEntry> States(string file, string keyPrefix, CancellationToken cancellationToken)
    {
        using var reader = Open(file);
        foreach (var (id, grainType, stateName) in SqliteVerification.Kinds(reader))
        {
            var prefix = new GrainStateKey(grainType, keyPrefix, stateName);
            var after = string.Empty;
            List<(string Key, StoredGrainState? State)> page;
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                page = reader.Page(id, prefix, after, PageSize);
                foreach (var (key, state) in page)
                {
                    var named = prefix with { Key = key };
                    yield return new GrainStateEntry(named, state ?? throw new StorageCorruptException($"The stored state of {named} fails its checksum."));
                    after = key;
                }
            }
            while (page.Count == PageSize);
        }
    }

    private static T Reading<T>(string file, Func<SqliteReader, T> read)
    {
        try
        {
            using var reader = Open(file);
            return read(reader);
        }
        catch (SqliteFailure failure)
        {
            throw failure.AsUnavailable(file);
        }
    }

    private static SqliteReader Open(string file)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = SqliteConnection.Open(file, readOnly: true);
            return new SqliteReader(connection);
        }
        catch (SqliteFailure failure)
        {
            connection?.Dispose();
            throw failure.AsUnavailable(file);
        }
    }
}
