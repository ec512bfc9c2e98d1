using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Sqlite;

namespace MentorCloud.GrainStorage.Migrations;

/// <summary>
/// The steps from an empty file to the present schema, in order and never changed once released. Each is one
/// transaction together with its number, so that a start that was killed half-way goes on where it stood.
/// </summary>
internal static class GrainMigrations
{
    /// <summary>"MCGR": marks the file as a grain store of MentorCloud.</summary>
    public const int ApplicationId = 0x4D434752;

    internal static IReadOnlyList<string> Steps { get; } =
    [
        // A rowid table: payloads stay in the leaves of one tree, and the index over keys stays small.
        """
        CREATE TABLE kinds (id INTEGER PRIMARY KEY, grain_type TEXT NOT NULL, state_name TEXT NOT NULL, UNIQUE (grain_type, state_name)) STRICT;
        CREATE TABLE states (kind INTEGER NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, checksum INTEGER NOT NULL, payload BLOB NOT NULL, PRIMARY KEY (kind, key)) STRICT;
        CREATE TABLE reminders (grain_type TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, first_due INTEGER NOT NULL, period INTEGER NOT NULL, next_due INTEGER NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (grain_type, key, name)) STRICT, WITHOUT ROWID;
        CREATE INDEX reminders_due ON reminders (next_due, grain_type, key, name);
        """,
    ];

    /// <summary>The schema that this program writes.</summary>
    public static int Newest => Steps.Count;

    /// <exception cref="GrainRuntimeException">The file is of a newer program, or of another one.</exception>
    public static void Apply(SqliteConnection connection, string path) => Apply(connection, path, Steps, beforeCommit: null);

    /// <param name="connection">To the file.</param>
    /// <param name="path">Its name, for errors.</param>
    /// <param name="steps">All steps from an empty file.</param>
    /// <param name="beforeCommit">Told the number of each step that is about to be committed; for tests. Null: nobody.</param>
    internal static void Apply(SqliteConnection connection, string path, IReadOnlyList<string> steps, Action<int>? beforeCommit)
    {
        var present = connection.Number("PRAGMA user_version");
        var application = connection.Number("PRAGMA application_id");
        if (present > steps.Count)
        {
            throw new GrainRuntimeException(
                GrainErrorCodes.StorageNewer,
                $"{path} has schema {present}, and this program knows {steps.Count}. Run the program that wrote it, or a newer one.");
        }

        if (application != ApplicationId && (present != 0 || connection.Number("SELECT count(*) FROM sqlite_schema") != 0))
            throw new GrainRuntimeException(GrainErrorCodes.StorageCorrupt, $"{path} is no grain store of MentorCloud; name another folder.");
        for (var step = (int)present; step < steps.Count; step++)
        {
            connection.Execute("BEGIN IMMEDIATE");
            connection.Execute(steps[step]);
            connection.Execute($"PRAGMA application_id = {ApplicationId}");
            connection.Execute($"PRAGMA user_version = {step + 1}");
            beforeCommit?.Invoke(step + 1);
            connection.Execute("COMMIT");
        }
    }
}
