using System.Globalization;
using MentorCloud.GrainRuntime;
using Npgsql;

namespace MentorCloud.GrainStorage.Postgres;

/// <summary>The steps to the present schema, each one transaction with its number; done by the process that holds the database.</summary>
internal static class PostgresMigrations
{
    internal static IReadOnlyList<string> Steps { get; } =
    [
        """
        CREATE TABLE grain_states (grain_type text COLLATE "C" NOT NULL, state_name text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, version bigint NOT NULL, checksum bigint NOT NULL, payload bytea NOT NULL, PRIMARY KEY (grain_type, state_name, key));
        CREATE SEQUENCE grain_reminder_versions;
        CREATE TABLE grain_reminders (grain_type text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, name text COLLATE "C" NOT NULL, first_due bigint NOT NULL, period bigint NOT NULL, next_due bigint NOT NULL, version bigint NOT NULL, PRIMARY KEY (grain_type, key, name));
        CREATE INDEX grain_reminders_due ON grain_reminders (next_due, grain_type, key, name);
        """,

        // Row policies behind the keys (docs/adr/0088). A key's tenant is what stands before its first slash.
        """
        DO $$
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mentorcloud_grains') THEN
                CREATE ROLE mentorcloud_grains NOLOGIN NOSUPERUSER NOBYPASSRLS;
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL; -- another database's migration on this server was faster
        END $$;
        DO $$
        BEGIN
            IF NOT pg_has_role(current_user, 'mentorcloud_grains', 'MEMBER') THEN
                EXECUTE format('GRANT mentorcloud_grains TO %I', current_user);
            END IF;
            EXECUTE format('GRANT USAGE ON SCHEMA %I TO mentorcloud_grains', current_schema());
        END $$;
        GRANT SELECT, INSERT, UPDATE, DELETE ON grain_states, grain_reminders TO mentorcloud_grains;
        GRANT USAGE ON SEQUENCE grain_reminder_versions TO mentorcloud_grains;
        ALTER TABLE grain_states ENABLE ROW LEVEL SECURITY;
        ALTER TABLE grain_reminders ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own_tenant ON grain_states USING (split_part(key, '/', 1) = current_setting('mentorcloud.tenant', true));
        CREATE POLICY own_tenant ON grain_reminders USING (split_part(key, '/', 1) = current_setting('mentorcloud.tenant', true));
        CREATE POLICY all_kinds ON grain_states FOR SELECT USING (current_setting('mentorcloud.tenant', true) = '*');
        CREATE POLICY what_is_due ON grain_reminders FOR SELECT USING (current_setting('mentorcloud.tenant', true) = '*');
        """,
    ];

    /// <param name="connection">Of a login that may create tables.</param>
    /// <param name="steps">All steps from an empty database.</param>
    /// <exception cref="GrainRuntimeException">The database was written by a newer program.</exception>
    public static void Apply(NpgsqlConnection connection, IReadOnlyList<string> steps)
    {
        Run(connection, "CREATE TABLE IF NOT EXISTS grain_schema (version int NOT NULL)");
        using var read = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM grain_schema", connection);
        var present = Convert.ToInt32(read.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (present > steps.Count)
            throw new GrainRuntimeException(GrainErrorCodes.StorageNewer, $"The database has grain schema {present}, and this program knows {steps.Count}. Run a newer program.");
        for (; present < steps.Count; present++)
        {
            using var transaction = connection.BeginTransaction();
            Run(connection, steps[present]);
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO grain_schema VALUES ({present + 1})"));
            transaction.Commit();
        }
    }

#pragma warning disable CA2100 // Every text is one of this class's own constants.
    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
#pragma warning restore CA2100
}
