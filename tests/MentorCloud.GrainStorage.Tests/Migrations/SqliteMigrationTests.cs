using MentorCloud.GrainStorage.Migrations;
using MentorCloud.GrainStorage.Sqlite;

namespace MentorCloud.GrainStorage.Tests.Migrations;

/// <summary>Starts that are killed inside a step, for every step: what lies on the disk at that moment is started on.</summary>
public sealed class SqliteMigrationTests
{
    private static readonly string[] Later =
    [
        .. GrainMigrations.Steps,
        "CREATE TABLE second (a INTEGER) STRICT; INSERT INTO second VALUES (1)",
        "ALTER TABLE second ADD COLUMN b INTEGER; UPDATE second SET b = a + 1",
    ];

    public static TheoryData<int> Killed() => [.. Enumerable.Range(1, Later.Length)];

    [Theory]
    [MemberData(nameof(Killed))]
    public void Start_after_a_kill_inside_a_step_goes_on_where_it_stood(int killed)
    {
        using var folder = new TemporaryFolder();
        using var left = new TemporaryFolder();
        using (var connection = Open(folder))
        {
            GrainMigrations.Apply(connection, folder.Path, Later, step =>
            {
                if (step == killed)
                    CopyAll(folder, left);
            });
        }

        using var second = Open(left);
        Assert.Equal(killed - 1, second.Number("PRAGMA user_version"));
        GrainMigrations.Apply(second, left.Path, Later, beforeCommit: null);

        Assert.Equal(Later.Length, second.Number("PRAGMA user_version"));
        Assert.Equal(1, second.Number("SELECT count(*) FROM second"));
        Assert.Equal(2, second.Number("SELECT b FROM second"));
    }

    private static SqliteConnection Open(TemporaryFolder folder)
    {
        var connection = SqliteConnection.Open(folder.File("grains.db"), readOnly: false);
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        return connection;
    }

    private static void CopyAll(TemporaryFolder from, TemporaryFolder to)
    {
        foreach (var file in Directory.GetFiles(from.Path))
            File.Copy(file, to.File(Path.GetFileName(file)));
    }
}
