using MentorCloud.Integration.Tests.MainJob;
using MentorCloud.Integration.Tests.Operations;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Telemetry;
using MentorCloud.Integration.Tests.Tenants;
using MentorCloud.Testing;
using Npgsql;

namespace MentorCloud.Integration.Tests.PostgreSql;

/// <summary>The default edition with grains, views and accounts in PostgreSQL, on a real server.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class WholeJobOnPostgreSqlTests(PostgreSqlInstallation postgres)
{
    private const string Stage = "query($id: ID!) { pairing(id: $id) { stage checkIns { number status minutes } } }";

    [Fact]
    public async Task Main_job_runs_on_postgresql_and_survives_a_kill()
    {
        using var folder = await postgres.CreateAsync();
        var tenant = new DemoTenant((await folder.RunAsync("demo", "--json")).Json());
        var first = await HostServer.StartAsync(folder);
        var pairing = await WholeJob.RunAsync(first.Address, tenant);
        await first.KillAsync();

        var rebuilt = await folder.RunAsync("rebuild-views");
        Assert.True(rebuilt.ExitCode == 0, rebuilt.Error);
        await using var second = await HostServer.StartAsync(folder);
        using var mentor = await tenant.MentorAsync(second.Address);
        var seen = (await mentor.QueryAsync(Stage, new { id = pairing })).GetProperty("pairing");

        Assert.Equal("ACTIVE", seen.GetProperty("stage").GetString());
        Assert.Equal("DONE", seen.GetProperty("checkIns")[0].GetProperty("status").GetString());
        Assert.Empty(Directory.EnumerateFiles(folder.Root, "*.db*", SearchOption.AllDirectories));
        Assert.Equal(0, await second.StopAsync());
    }

    [Fact]
    public async Task Tenant_moves_to_files_and_back_to_postgresql_and_reads_the_same()
    {
        using var source = await postgres.CreateAsync();
        using var files = new DataFolder();
        using var back = await postgres.CreateAsync();
        var tenant = new DemoTenant((await source.RunAsync("demo", "--json")).Json());
        var first = await TenantMove.ExportAsync(source);

        Assert.False((await TenantMove.ImportAsync(files, first)).Json().GetProperty("alreadyThere").GetBoolean());
        var second = await TenantMove.ExportAsync(files);
        Assert.False((await TenantMove.ImportAsync(back, second)).Json().GetProperty("alreadyThere").GetBoolean());
        Assert.True((await TenantMove.ImportAsync(back, second)).Json().GetProperty("alreadyThere").GetBoolean());

        var before = await TenantMove.ReadAsync(source, tenant);
        Assert.Contains("\"text\":\"", before, StringComparison.Ordinal);
        Assert.Equal(before, await TenantMove.ReadAsync(files, tenant));
        Assert.Equal(before, await TenantMove.ReadAsync(back, tenant));
    }

    [Fact]
    public async Task Second_server_on_the_database_is_refused_and_names_the_holder()
    {
        using var folder = await postgres.CreateAsync();
        await using var first = await HostServer.StartAsync(folder, "--no-demo");

        var second = await folder.RunAsync("serve", "--no-demo", "--url", $"http://127.0.0.1:{FreePort.Find()}");

        Assert.True(second.ExitCode == 6, second.Error);
        Assert.Contains("held by MentorCloud process ", Assert.Single(second.Complaints), StringComparison.Ordinal);
        Assert.Equal(0, await first.StopAsync());
    }

    [Fact]
    public async Task Stats_and_verify_read_the_database_beside_the_server_and_find_what_was_altered()
    {
        using var folder = await postgres.CreateAsync();
        var tenant = new DemoTenant((await folder.RunAsync("demo", "--json")).Json());
        await using (var server = await HostServer.StartAsync(folder, "--no-demo"))
        {
            var stats = (await folder.RunAsync("stats", "--json")).Json();
            var verified = (await folder.RunAsync("verify", "--json")).Json();

            var kinds = stats.GetProperty("grains").GetProperty("kinds").EnumerateArray().ToDictionary(kind => kind.GetProperty("type").GetString()!, kind => kind.GetProperty("states").GetInt64());
            Assert.Equal(1, kinds["tenant"]);
            Assert.Equal(stats.GetProperty("rows").GetProperty("participants").GetInt64(), kinds["participant"]);
            Assert.Equal(stats.GetProperty("rows").GetProperty("pairings").GetInt64(), kinds["pairing"]);
            Assert.True(stats.GetProperty("grains").GetProperty("reminders").GetInt64() > 0);
            Assert.True(stats.GetProperty("accounts").GetProperty("accounts").GetInt64() >= 3);
            Assert.True(stats.GetProperty("bytes").GetProperty("PostgreSQL").GetInt64() > 0);
            Assert.Equal(kinds.Values.Sum(), verified.GetProperty("records").GetInt64());
            using var client = await tenant.ClientAsync(server.Address);
            await client.MutateAsync("cohortCreate", string.Empty, new { idempotencyKey = "counted", design = new { name = "Counted" } });
            using var http = new HttpClient { BaseAddress = server.Address };
            var metrics = Exposition.Read(await http.GetStringAsync(new Uri("/metrics", UriKind.Relative)));
            Assert.True(metrics.Sum("mentorcloud_grain_store_writes_total") >= 1);
            Assert.True(metrics.Sum("mentorcloud_grain_store_commit_duration_seconds_count") >= 1);
            Assert.Equal(0, await server.StopAsync());
        }

        await AlterAsync(folder, "UPDATE grain_positions SET sequence = sequence + 3, rows_sequence = rows_sequence + 3 WHERE grain LIKE 'Tenant/%'");
        Assert.Contains("Tenant/", await FoundAsync(folder), StringComparison.Ordinal);
        await AlterAsync(folder, "UPDATE grain_states SET payload = set_byte(payload, 40, get_byte(payload, 40) # 1) WHERE grain_type = 'cohort'");
        Assert.Contains("cohort/", await FoundAsync(folder), StringComparison.Ordinal);
    }

    private static async Task AlterAsync(DataFolder folder, string sql)
    {
        await using var source = NpgsqlDataSource.Create(folder.Environment["MENTORCLOUD__POSTGRESQL"]);
#pragma warning disable CA2100 // Constants of this test.
        await using var command = source.CreateCommand(sql);
#pragma warning restore CA2100
        Assert.True(await command.ExecuteNonQueryAsync() > 0);
    }

    private static async Task<string> FoundAsync(DataFolder folder)
    {
        var result = await folder.RunAsync("verify");
        Assert.True(result.ExitCode == 5, result.Error);
        return string.Join('\n', result.Complaints);
    }

    [Fact]
    public async Task Backup_of_a_database_is_refused_and_names_the_tools_of_postgresql()
    {
        using var folder = await postgres.CreateAsync();

        var refused = await folder.RunAsync("backup", "--to", "copy");

        Assert.True(refused.ExitCode == 3, refused.Error);
        Assert.Contains("pg_dump", Assert.Single(refused.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setting_without_connection_or_beside_grains_in_the_folder_is_refused_by_name()
    {
        using var folder = await postgres.CreateAsync();
        var connection = folder.Environment["MENTORCLOUD__POSTGRESQL"];
        folder.Environment.Remove("MENTORCLOUD__POSTGRESQL");
        var without = await folder.RunAsync("tenant", "list");
        folder.Environment["MENTORCLOUD__POSTGRESQL"] = connection;
        folder.Environment["MENTORCLOUD__GRAINSTORE"] = "Folder";
        var inFolder = await folder.RunAsync("tenant", "list");
        folder.Environment["MENTORCLOUD__GRAINSTORE"] = "PostgreSql";
        var beside = await folder.RunAsync("tenant", "list");

        Assert.Equal((3, 0, 3), (without.ExitCode, inFolder.ExitCode, beside.ExitCode));
        Assert.Contains("MentorCloud:PostgreSql is missing", Assert.Single(without.Complaints), StringComparison.Ordinal);
        Assert.Contains("grains.db holds grains", Assert.Single(beside.Complaints), StringComparison.Ordinal);
    }
}
