namespace MentorCloud.GrainStorage.Postgres;

/// <summary>Every statement about grains, in one place so that a test can take the keys out of them and ask the row policies.</summary>
internal static class PostgresStatements
{
    public const string Read = "SELECT version, checksum, payload FROM grain_states WHERE grain_type = $1 AND state_name = $2 AND key = $3";

    public const string Insert =
        "INSERT INTO grain_states (grain_type, state_name, key, version, checksum, payload) VALUES ($1, $2, $3, 1 + $6, $4, $5) ON CONFLICT DO NOTHING";

    public const string Update =
        "UPDATE grain_states SET version = $6 + 1, checksum = $4, payload = $5 WHERE grain_type = $1 AND state_name = $2 AND key = $3 AND version = $6";

    public const string Clear = "DELETE FROM grain_states WHERE grain_type = $1 AND state_name = $2 AND key = $3 AND version = $4";

    public const string Enumerate =
        "SELECT version, checksum, payload, key FROM grain_states WHERE grain_type = $1 AND state_name = $2 AND key >= $3 AND key > $4 AND starts_with(key, $3) ORDER BY key LIMIT $5";

    public const string Kinds = "SELECT DISTINCT grain_type, state_name FROM grain_states ORDER BY grain_type, state_name";

    public const string Upsert =
        "INSERT INTO grain_reminders (grain_type, key, name, first_due, period, next_due, version) VALUES ($1, $2, $3, $4, $5, $6, nextval('grain_reminder_versions')) "
        + "ON CONFLICT (grain_type, key, name) DO UPDATE SET first_due = $4, period = $5, next_due = $6, version = excluded.version RETURNING version";

    public const string Remove = "DELETE FROM grain_reminders WHERE grain_type = $1 AND key = $2 AND name = $3";

    public const string Advance = "UPDATE grain_reminders SET next_due = $5 WHERE grain_type = $1 AND key = $2 AND name = $3 AND version = $4";

    public const string List = $"SELECT {Columns} FROM grain_reminders WHERE grain_type = $1 AND key = $2 ORDER BY name";

    public const string ListDue =
        $"SELECT {Columns} FROM grain_reminders WHERE (next_due, grain_type, key, name) > ($1, $2, $3, $4) AND next_due <= $5 ORDER BY next_due, grain_type, key, name LIMIT $6";

    public const string Earliest =
        $"SELECT {Columns} FROM grain_reminders WHERE (next_due, grain_type, key, name) > ($1, $2, $3, $4) ORDER BY next_due, grain_type, key, name LIMIT 1";

    private const string Columns = "grain_type, key, name, first_due, period, next_due, version";
}
