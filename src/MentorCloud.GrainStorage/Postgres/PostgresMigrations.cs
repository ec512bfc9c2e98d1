using System.Globalization;
using MentorCloud.GrainRuntime;
using Npgsql;

namespace MentorCloud.GrainStorage.Postgres;

/// <summary>The steps to the present schema; each one transaction with its number, under a lock that other starters wait for.</summary>
internal static class PostgresMigrations
{
    /// <summary>"MCGR": the advisory lock that migrations take.</summary>
    private const long LockId = 0x4D434752;

    internal static IReadOnlyList<string> Steps { get; } =
    [
        """
        CREATE TABLE grain_states (grain_type text COLLATE "C" NOT NULL, state_name text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, version bigint NOT NULL, checksum bigint NOT NULL, payload bytea NOT NULL, PRIMARY KEY (grain_type, state_name, key));
        CREATE SEQUENCE grain_reminder_versions;
        CREATE TABLE grain_reminders (grain_type text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, name text COLLATE "C" NOT NULL, first_due bigint NOT NULL, period bigint NOT NULL, next_due bigint NOT NULL, version bigint NOT NULL, PRIMARY KEY (grain_type, key, name));
        CREATE INDEX grain_reminders_due ON grain_reminders (next_due, grain_type, key, name);
        """,
    ];

    /// <exception cref="GrainRuntimeException">The database was written by a newer program.</exception>
    public static Task ApplyAsync(NpgsqlDataSource source, CancellationToken cancellationToken) => ApplyAsync(source, Steps, cancellationToken);

    /// <param name="source">Connections of a login that may create tables.</param>
    /// <param name="steps">All steps from an empty database.</param>
    /// <param name="cancellationToken">Stops between two statements.</param>
    internal static async Task ApplyAsync(NpgsqlDataSource source, IReadOnlyList<string> steps, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            await RunAsync(connection, $"SELECT pg_advisory_xact_lock({LockId})", cancellationToken);
            await RunAsync(connection, "CREATE TABLE IF NOT EXISTS grain_schema (version int NOT NULL)", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        while (await StepAsync(connection, steps, cancellationToken))
        {
        }
    }

    private static async Task<bool> StepAsync(NpgsqlConnection connection, IReadOnlyList<string> steps, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(connection, $"SELECT pg_advisory_xact_lock({LockId})", cancellationToken);
        await using var read = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM grain_schema", connection);
        var present = Convert.ToInt32(await read.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        if (present > steps.Count)
            throw new GrainRuntimeException(GrainErrorCodes.StorageNewer, $"The database has grain schema {present}, and this program knows {steps.Count}. Run a newer program.");
        if (present == steps.Count)
            return false;
        await RunAsync(connection, steps[present], cancellationToken);
        await RunAsync(connection, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO grain_schema VALUES ({present + 1})"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

#pragma warning disable CA2100 // Every text is one of this class's own constants.
    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
#pragma warning restore CA2100
}
