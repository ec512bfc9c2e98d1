using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Sqlite;

/// <summary>Reads a whole store: SQLite's own integrity check, then the checksum of every record.</summary>
internal static class SqliteVerification
{
    private const int PageSize = 1024;

    public static GrainStoreVerification Run(SqliteReader reader, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        using (var check = reader.Connection.Prepare("PRAGMA integrity_check(100)"))
        {
            while (check.Step())
            {
                if (check.Text(0) is var line && line != "ok")
                    problems.Add(line);
            }
        }

        long records = 0;
        foreach (var (id, grainType, stateName) in Kinds(reader))
        {
            var prefix = new GrainStateKey(grainType, string.Empty, stateName);
            var after = string.Empty;
            List<(string Key, StoredGrainState? State)> page;
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                page = reader.Page(id, prefix, after, PageSize);
                problems.AddRange(page.Where(one => one.State is null).Select(one => $"{prefix with { Key = one.Key }} fails its checksum."));
                records += page.Count;
                after = page.Count > 0 ? page[^1].Key : after;
            }
            while (page.Count == PageSize);
        }

        return new GrainStoreVerification(records, problems);
    }

    public static List<(long Id, string GrainType, string StateName)> Kinds(SqliteReader reader)
    {
        var kinds = new List<(long, string, string)>();
        using var all = reader.Connection.Prepare("SELECT id, grain_type, state_name FROM kinds ORDER BY id");
        while (all.Step())
            kinds.Add((all.Int64(0), all.Text(1), all.Text(2)));
        return kinds;
    }
}
