using System.Reflection;
using System.Text.RegularExpressions;
using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Postgres;
using Npgsql;

namespace MentorCloud.GrainStorage.Tests.Postgres;

/// <summary>Row policies stand behind the keys: a statement that forgot its key touches nothing of another tenant (docs/adr/0088).</summary>
[Collection(PostgresGroup.Name)]
public sealed partial class RowPolicyTests(PostgresServer server)
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The statements that name one tenant's keys, with values for a grain of tenant b.</summary>
    private static readonly Dictionary<string, object[]> Keyed = new()
    {
        [PostgresStatements.Read] = ["T", "s", "b/1"],
        [PostgresStatements.Update] = ["T", "s", "b/1", 0L, new byte[] { 2 }, 1L],
        [PostgresStatements.Clear] = ["T", "s", "b/1", 1L],
        [PostgresStatements.Enumerate] = ["T", "s", "b/", string.Empty, 10],
        [PostgresStatements.List] = ["T", "b/1"],
        [PostgresStatements.Advance] = ["T", "b/1", "r", 1L, 2L],
        [PostgresStatements.Remove] = ["T", "b/1", "r"],
    };

    [Fact]
    public async Task Every_table_of_the_catalogue_has_a_policy()
    {
        await using var source = NpgsqlDataSource.Create(await OpenAsync());

        Assert.Equal("grain_schema", await TextAsync(source, "SELECT string_agg(relname, ' ') FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT (relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'own_tenant'))"));
        Assert.Equal("f f f", await TextAsync(source, "SELECT concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole) FROM pg_roles WHERE rolname = 'mentorcloud_grains'"));
    }

    [Fact]
    public void Every_statement_is_asked_without_its_key_or_is_for_all_tenants_or_makes_a_row()
    {
        string[] others = [PostgresStatements.Insert, PostgresStatements.Upsert, PostgresStatements.Kinds, PostgresStatements.ListDue, PostgresStatements.Earliest];
        var all = typeof(PostgresStatements).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Empty(all.Except(others).Except(Keyed.Keys));
    }

    [Fact]
    public async Task Statement_without_its_key_reaches_the_named_tenant_alone()
    {
        foreach (var (sql, values) in Keyed)
        {
            var forgetful = WithoutKey(sql);
            Assert.NotEqual(sql, forgetful);
            var connection = await OpenAsync();

            // Where no policy holds, as for the login that owns nothing but may everything, it would have reached both.
            Assert.Equal((sql, 2), (sql, await ReachedAsync(connection, "b", forgetful, values)));
            connection = await OpenAsync();
            Assert.Equal((sql, 1), (sql, await ReachedAsync(PostgresScope.Within(connection), "b", forgetful, values)));
            Assert.Equal((sql, 0), (sql, await ReachedAsync(PostgresScope.Within(connection), "c", forgetful, values)));
            Assert.Equal((sql, 0), (sql, await ReachedAsync(PostgresScope.Within(connection), string.Empty, forgetful, values)));
        }
    }

    [Fact]
    public async Task Rows_are_made_for_the_named_tenant_alone_and_reading_for_all_changes_nothing()
    {
        var within = PostgresScope.Within(await OpenAsync());

        foreach (var scope in new[] { "b", PostgresScope.Every, string.Empty })
        {
            Assert.Equal("42501", await RefusalAsync(within, scope, PostgresStatements.Insert, "T", "s", "a/2", 0L, Array.Empty<byte>(), 0L));
            Assert.Equal("42501", await RefusalAsync(within, scope, PostgresStatements.Upsert, "T", "a/2", "r", 0L, 1L, 0L));
        }

        Assert.Equal(0, await ReachedAsync(within, PostgresScope.Every, "DELETE FROM grain_states"));
        Assert.Equal(0, await ReachedAsync(within, PostgresScope.Every, "UPDATE grain_reminders SET next_due = 0"));
        Assert.Equal(2, await ReachedAsync(within, PostgresScope.Every, "SELECT key FROM grain_reminders"));
    }

    private static string WithoutKey(string sql) => Forgotten().Replace(sql, match => match switch
    {
        { Value: var text } when text.StartsWith("starts_with", StringComparison.Ordinal) => "true",
        { Value: var text } when text.StartsWith("AND version", StringComparison.Ordinal) => $"AND {match.Groups["place"].Value} > -1",
        _ => $"{match.Groups["place"].Value} <> ''",
    });

    /// <summary>A database with a state and a reminder of each of two tenants.</summary>
    private async Task<string> OpenAsync()
    {
        var connection = await server.CreateDatabaseAsync();
        await using var store = new PostgresGrainStore(connection);
        foreach (var key in new[] { "a/1", "b/1" })
        {
            await store.WriteAsync(new GrainStateKey("T", key, "s"), 0, new byte[] { 1 }, default);
            await store.UpsertAsync(new StoredReminder("T", key, "r", Noon, TimeSpan.FromMinutes(1), Noon, 0), default);
        }

        return connection;
    }

    /// <summary>How many rows a statement shows, changes or removes.</summary>
    private static async Task<int> ReachedAsync(string connection, string scope, string sql, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var batch = PostgresScope.Batch(source, scope, sql, values);
        await using var rows = await PostgresScope.ReadAsync(batch, default);
        var shown = 0;
        while (await rows.ReadAsync())
            shown++;
        return Math.Max(shown, rows.RecordsAffected);
    }

    private static async Task<string?> RefusalAsync(string connection, string scope, string sql, params object[] values)
    {
        try
        {
            await ReachedAsync(connection, scope, sql, values);
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }

    private static async Task<string?> TextAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync() as string;
    }

    [GeneratedRegex(@"\bkey >?= (?<place>\$\d)|starts_with\(key, \$\d\)|AND version = (?<place>\$\d)")]
    private static partial Regex Forgotten();
}
