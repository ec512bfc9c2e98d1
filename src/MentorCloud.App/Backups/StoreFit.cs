using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Grains;
using Microsoft.Data.Sqlite;

namespace MentorCloud.App.Backups;

/// <summary>
/// Whether grains and views fit: what a grain has published and forgotten must be in the views, and the views must not
/// know of what the grain has not done. Right on a folder that a server writes to as well.
/// </summary>
internal sealed class StoreFit(IGrainFile grains, string folder, string viewsFolder)
{
    private const int MostProblems = 100;
    private readonly string grainFile = Path.Combine(folder, grains.Name);

    /// <summary>Reads every grain's record and its position.</summary>
    public StoreFitResult Run(CancellationToken cancellationToken)
    {
        using var views = SqliteFile.Open(Path.Combine(viewsFolder, DataFiles.Views), SqliteOpenMode.ReadOnly);
        var names = KindNames(views);
        using var position = PositionQuery(views);
        var (records, unpublished) = (0L, 0L);
        var problems = new List<string>();
        foreach (var (type, key, record) in grains.Records(grainFile, string.Empty, cancellationToken))
        {
            var outbox = OutboxState.Read(record.Span);
            records++;
            if (outbox.Sequence == 0 || !GrainKey.TryGetTenant(key, out var tenant) || problems.Count == MostProblems)
            {
                continue;
            }

            var grain = $"{names.GetValueOrDefault(type, type)}/{key}";
            var (published, rows) = Position(position, tenant.ToString(), grain);
            unpublished += Math.Max(published, rows) < outbox.Sequence ? 1 : 0;
            if (Math.Max(published, rows) < outbox.FirstWaiting - 1)
            {
                problems.Add($"{grain}: entries up to {outbox.FirstWaiting - 1} were published, and the views know them up to {published}.");
            }
            else if (published > outbox.Sequence && IsAhead(position, type, key, tenant.ToString(), grain, cancellationToken))
            {
                problems.Add($"{grain}: the views know entries up to {published}, and the grain made {outbox.Sequence}.");
            }
        }

        return new StoreFitResult(records, unpublished, problems);
    }

    /// <summary>Looks again in the other order: a server may have written between the two reads.</summary>
    private bool IsAhead(SqliteCommand position, string type, string key, string tenant, string grain, CancellationToken cancellationToken)
    {
        var (published, _) = Position(position, tenant, grain);
        var record = grains.Records(grainFile, key, cancellationToken).First(one => one.GrainType == type && one.Key == key);
        return published > OutboxState.Read(record.Record.Span).Sequence;
    }

    private static Dictionary<string, string> KindNames(SqliteConnection views)
    {
        using var command = views.CreateCommand();
        command.CommandText = "SELECT DISTINCT substr(grain, 1, instr(grain, '/') - 1) FROM grain_positions";
        using var reader = command.ExecuteReader();
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
        {
            names[reader.GetString(0)] = reader.GetString(0);
        }

        return names;
    }

    private static SqliteCommand PositionQuery(SqliteConnection views)
    {
        var command = views.CreateCommand();
        command.CommandText = "SELECT sequence, rows_sequence FROM grain_positions WHERE tenant = @tenant AND grain = @grain";
        command.Parameters.Add("@tenant", SqliteType.Text);
        command.Parameters.Add("@grain", SqliteType.Text);
        return command;
    }

    private static (long Published, long Rows) Position(SqliteCommand query, string tenant, string grain)
    {
        query.Parameters[0].Value = tenant;
        query.Parameters[1].Value = grain;
        using var reader = query.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1)) : (0, 0);
    }
}
