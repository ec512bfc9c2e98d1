using MentorCloud.Integration.Tests.Processes;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Integration.Tests.Operations;

/// <summary>Damage and forgery are found, and named.</summary>
[Collection(PreparedFolderCollection.Name)]
public sealed class VerifyTests(PreparedFolder prepared)
{
    [Fact]
    public async Task Verify_of_sound_folder_reads_all_of_it()
    {
        var report = (await prepared.Folder.RunAsync("verify", "--json")).Json();

        Assert.True(report.GetProperty("sound").GetBoolean());
        Assert.Equal(2, report.GetProperty("auditLogs").GetInt32());
        Assert.True(report.GetProperty("records").GetInt32() > 50);
    }

    [Fact]
    public async Task Verify_names_the_grain_whose_state_was_altered()
    {
        using var folder = prepared.Folder.Copy();
        Damage.Text(Path.Combine(folder.Data, "grains.db"), "\"slug\":\"halvorsen\"");

        var verify = await folder.RunAsync("verify");

        Assert.Equal(5, verify.ExitCode);
        Assert.Contains(verify.Complaints, line => line.Contains("tenant", StringComparison.Ordinal) && line.Contains("checksum", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Forged_audit_record_is_named_by_verify_and_by_audit_verify()
    {
        using var folder = prepared.Folder.Copy();
        Change(folder, "views.db", "DROP TRIGGER IF EXISTS audit_no_update", "UPDATE audit SET action = 'Nothing.Happened' WHERE number = 7");

        var tenants = await Task.WhenAll(new[] { "halvorsen", "meridian" }.Select(slug => folder.RunAsync("audit", "verify", "--tenant", slug)));
        var verify = await folder.RunAsync("verify");

        Assert.All(tenants, audit => Assert.True(audit.ExitCode == 5, audit.Error));
        Assert.All(tenants, audit => Assert.Contains("record 7 ", Assert.Single(audit.Complaints), StringComparison.Ordinal));
        Assert.Equal(5, verify.ExitCode);
        Assert.Equal(2, verify.Complaints.Count(line => line.Contains("record 7 ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Views_that_lost_what_a_grain_published_are_named()
    {
        using var folder = prepared.Folder.Copy();
        Change(folder, "views.db", "UPDATE grain_positions SET sequence = sequence + 5 WHERE grain LIKE 'Tenant/%'");

        var verify = await folder.RunAsync("verify");

        Assert.Equal(5, verify.ExitCode);
        Assert.Equal(2, verify.Complaints.Count(line => line.Contains("Tenant/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Stats_counts_what_the_folder_holds()
    {
        var stats = (await prepared.Folder.RunAsync("stats", "--json")).Json();

        var kinds = stats.GetProperty("grains").GetProperty("kinds").EnumerateArray().ToDictionary(
            kind => kind.GetProperty("type").GetString()!, kind => kind.GetProperty("states").GetInt64(), StringComparer.Ordinal);
        Assert.Equal(2, kinds["tenant"]);
        Assert.Equal(stats.GetProperty("rows").GetProperty("participants").GetInt64(), kinds["participant"]);
        Assert.Equal(stats.GetProperty("rows").GetProperty("pairings").GetInt64(), kinds["pairing"]);
        Assert.Equal(0, stats.GetProperty("unpublishedGrains").GetInt64());
        Assert.True(stats.GetProperty("grains").GetProperty("reminders").GetInt64() > 0);
        Assert.True(stats.GetProperty("accounts").GetProperty("accounts").GetInt64() > 30);
        Assert.True(stats.GetProperty("bytes").GetProperty("grains.db").GetInt64() > 0);
    }

    private static void Change(DataFolder folder, string file, params string[] statements)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Data, file)};Pooling=False");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this test.
            command.CommandText = statement;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }
}
