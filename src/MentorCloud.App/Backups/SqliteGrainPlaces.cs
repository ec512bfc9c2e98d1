using Microsoft.Data.Sqlite;

namespace MentorCloud.App.Backups;

/// <summary>In the file of the views, or a copy of it.</summary>
internal sealed class SqliteGrainPlaces : IGrainPlaces
{
    private readonly SqliteConnection views;
    private readonly SqliteCommand position;

    public SqliteGrainPlaces(string file)
    {
        views = SqliteFile.Open(file, SqliteOpenMode.ReadOnly);
        position = views.CreateCommand();
        position.CommandText = "SELECT sequence, rows_sequence FROM grain_positions WHERE tenant = @tenant AND grain = @grain";
        position.Parameters.Add("@tenant", SqliteType.Text);
        position.Parameters.Add("@grain", SqliteType.Text);
    }

    public async Task<IReadOnlyList<string>> KindsAsync(CancellationToken cancellationToken)
    {
        await using var command = views.CreateCommand();
        command.CommandText = "SELECT DISTINCT substr(grain, 1, instr(grain, '/') - 1) FROM grain_positions";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var kinds = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            kinds.Add(reader.GetString(0));
        }

        return kinds;
    }

    public async Task<(long Published, long Rows)> OfAsync(string tenant, string grain, CancellationToken cancellationToken)
    {
        position.Parameters[0].Value = tenant;
        position.Parameters[1].Value = grain;
        await using var reader = await position.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), reader.GetInt64(1)) : (0, 0);
    }

    public void Dispose()
    {
        position.Dispose();
        views.Dispose();
    }
}
