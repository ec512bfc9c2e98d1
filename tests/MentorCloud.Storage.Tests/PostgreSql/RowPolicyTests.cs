using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Tests.Contract;
using MentorCloud.Storage.Tests.Fixtures;
using Npgsql;

namespace MentorCloud.Storage.Tests.PostgreSql;

public sealed class RowPolicyTests(PostgreSqlServer server) : StoreContract
{
    private static readonly string[] Tables =
    [
        "facts", "grain_positions", "audit", "audit_heads", "tenant_keys", "person_keys", "tenants", "participants", "memberships",
        "cohorts", "rounds", "match_requests", "pairings", "cases", "review_requests", "pulses", "shared_entries", "cohort_events", "invitations",
    ];

    /// <summary>Tables that belong to no tenant: the schema's number, and places of the feed's readers.</summary>
    private static readonly string[] OfNobody = ["consumers", "schema_steps"];

    [Fact]
    public async Task Every_table_of_the_catalogue_has_a_policy_or_belongs_to_nobody()
    {
        await using var connection = await OpenAsync("postgres");
        var open = await ListAsync(
            connection,
            """
            SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
            AND NOT (c.relrowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'own_tenant'))
            ORDER BY relname COLLATE "C"
            """);
        Assert.Equal(OfNobody, open);
        Assert.Equal(
            Tables.Order(StringComparer.Ordinal),
            await ListAsync(connection, "SELECT relname FROM pg_class WHERE relrowsecurity AND relkind = 'r' ORDER BY relname COLLATE \"C\""));
    }

    [Fact]
    public async Task Request_role_owns_nothing_and_bypasses_nothing()
    {
        await using var connection = await OpenAsync("postgres");

        Assert.Equal(
            ["f f f"],
            await ListAsync(connection, "SELECT concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole) FROM pg_roles WHERE rolname = 'mentorcloud_app'"));
        Assert.Empty(await ListAsync(connection, "SELECT relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'mentorcloud_app'"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("'; --")]
    public async Task Session_that_names_no_tenant_sees_nothing(string? tenant)
    {
        await FillAsync();
        await using var connection = await OpenAsync("mentorcloud", asApplication: true);
        if (tenant is not null) await SetAsync(connection, tenant);

        foreach (var table in Tables) Assert.Equal(["0"], await ListAsync(connection, $"SELECT COUNT(*)::text FROM {table}"));
    }

    [Fact]
    public async Task Session_for_all_tenants_reads_only_the_feed_and_the_slugs()
    {
        await FillAsync();
        await using var connection = await OpenAsync("mentorcloud", asApplication: true);
        await SetAsync(connection, "*");

        foreach (var table in Tables)
        {
            var rows = Assert.Single(await ListAsync(connection, $"SELECT COUNT(*)::text FROM {table}"));
            Assert.Equal((table, table is "facts" or "tenants"), (table, rows != "0"));
        }
    }

    [Fact]
    public async Task Session_of_one_tenant_cannot_write_for_another()
    {
        await FillAsync();
        await using var connection = await OpenAsync("mentorcloud", asApplication: true);
        await SetAsync(connection, Sample.OtherTenant.ToString());

        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => ListAsync(connection, $"INSERT INTO audit_heads VALUES ('{Sample.Tenant}', 1, 'x')"));
        Assert.Equal("42501", refused.SqlState);
        Assert.Empty(await ListAsync(connection, $"UPDATE participants SET name = 'x' RETURNING name"));
        Assert.Empty(await ListAsync(connection, $"DELETE FROM person_keys RETURNING id"));
    }

    [Theory]
    [InlineData("UPDATE audit SET actor = 'x'")]
    [InlineData("DELETE FROM audit")]
    [InlineData("TRUNCATE audit")]
    [InlineData("UPDATE facts SET json = 'x'")]
    [InlineData("DROP TABLE facts")]
    [InlineData("ALTER TABLE audit DISABLE TRIGGER ALL")]
    [InlineData("ALTER TABLE audit DISABLE ROW LEVEL SECURITY")]
    public async Task Request_role_may_not_change_what_was_said(string statement)
    {
        await using var connection = await OpenAsync("mentorcloud", asApplication: true);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ListAsync(connection, statement));

        Assert.Equal("42501", refused.SqlState);
    }

    protected override async Task<IDatabase> CreateDatabaseAsync() => await server.CreateDatabaseAsync();

    private static async Task<List<string>> ListAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<string>();
        while (await reader.ReadAsync(Stop)) rows.Add(reader.GetString(0));
        return rows;
    }

    private static async Task SetAsync(NpgsqlConnection connection, string tenant)
    {
        await using var command = new NpgsqlCommand("SELECT set_config('mentorcloud.tenant', $1, false)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
        await command.ExecuteNonQueryAsync(Stop);
    }

    private async Task FillAsync()
    {
        await Store.PublishAsync(Sample.TenantRow(), Sample.Participant(1, "Ada", Sample.Id<CohortId>(1)), Sample.Cohort(1), Sample.Round(1), Sample.Pairing(1));
        await Store.Keys.SealAsync(new(Sample.Tenant, "g", "f"), Sample.Id<ParticipantId>(1), "confided", Stop);
    }

    private async Task<NpgsqlConnection> OpenAsync(string user, bool asApplication = false)
    {
        var text = new NpgsqlConnectionStringBuilder(((PostgreSqlDatabase)Database).ConnectionString) { Username = user, Pooling = false };
        if (asApplication) text.Options = "-c role=mentorcloud_app";
        var connection = new NpgsqlConnection(text.ToString());
        await connection.OpenAsync(Stop);
        return connection;
    }
}
