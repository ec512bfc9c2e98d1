using System.IO.Compression;
using System.Text;
using System.Text.Json;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Integration.Tests.Operations;

/// <summary>A tenant moves to an installation with another master key.</summary>
[Collection(PreparedFolderCollection.Name)]
public sealed class TenantTransferTests(PreparedFolder prepared)
{
    private const string Seen = """
        { viewer { participant { externalId } }
          cohorts(first: 10) { totalCount nodes { id name } }
          pairings(first: 50) { totalCount nodes { id score stage nextCheckInDue checkIns { number status minutes notes { author visibility text } } } } }
        """;

    private const string Participants = "{ participants(first: 100) { totalCount nodes { id externalId name title } } }";

    [Fact]
    public async Task Tenant_exported_and_imported_elsewhere_logs_in_and_reads_the_same()
    {
        using var source = prepared.Folder.Copy();
        using var target = new DataFolder();
        var archive = await ExportAsync(source);
        var imported = (await ImportAsync(target, archive)).Json();
        var repeated = (await ImportAsync(target, archive)).Json();

        Assert.NotEqual(await KeyAsync(source), await KeyAsync(target));
        Assert.False(imported.GetProperty("alreadyThere").GetBoolean());
        Assert.True(repeated.GetProperty("alreadyThere").GetBoolean());
        var before = await ReadAsync(source, prepared.Halvorsen);
        var after = await ReadAsync(target, prepared.Halvorsen);
        Assert.Equal(before, after);
        Assert.Contains("\"text\":\"", before, StringComparison.Ordinal);
        Assert.Equal(0, (await target.RunAsync("verify")).ExitCode);

        // The tenant has gone on: reading somebody's data is in its audit log.
        var late = await ImportAsync(target, archive);
        Assert.Equal(9, late.ExitCode);
        Assert.Contains("here already", Assert.Single(late.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_killed_between_grains_and_accounts_is_finished_by_repeating_it()
    {
        using var source = prepared.Folder.Copy();
        using var target = new DataFolder();
        var archive = await ExportAsync(source);
        string[] other = ["--name", "Nordwind AG", "--slug", "nordwind", "--time-zone", "Europe/Berlin", "--admin-email", "ada@nordwind.example"];
        Assert.Equal(0, (await target.RunAsync(["tenant", "create", .. other])).ExitCode);

        await KillAtAccountsAsync(target, archive);

        // Its grains are there, so an operator sees it; nobody finds it by its short name, so nobody logs in.
        Assert.Contains("halvorsen", (await target.RunAsync("tenant", "list")).Output, StringComparison.Ordinal);
        Assert.Contains("no tenant", Assert.Single((await target.RunAsync("audit", "verify", "--tenant", "halvorsen")).Complaints), StringComparison.Ordinal);
        Assert.False((await ImportAsync(target, archive)).Json().GetProperty("alreadyThere").GetBoolean());
        Assert.Equal(await ReadAsync(source, prepared.Halvorsen), await ReadAsync(target, prepared.Halvorsen));
        Assert.Equal(0, (await target.RunAsync("verify")).ExitCode);
    }

    [Fact]
    public async Task Archive_holds_nothing_of_other_tenants()
    {
        using var source = prepared.Folder.Copy();
        var archive = await ExportAsync(source);
        var foreign = Encoding.UTF8.GetString(Convert.FromBase64String(Padded(prepared.Meridian.Id))).Split(':')[^1];

        await using var zip = await ZipFile.OpenReadAsync(archive);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            var text = await reader.ReadToEndAsync();
            Assert.DoesNotContain(foreign, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Aoife", text, StringComparison.Ordinal);
        }

        Assert.Contains(foreign, await GrainsAsync(source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Altered_truncated_or_wrongly_keyed_archive_is_refused_and_writes_nothing()
    {
        using var source = prepared.Folder.Copy();
        using var target = new DataFolder();
        var archive = await ExportAsync(source);
        var whole = await File.ReadAllBytesAsync(archive);
        foreach (var where in new[] { 0.2, 0.6, 0.9 })
        {
            Damage.Byte(archive, where);
            CheckRefused(await ImportAsync(target, archive));
            await File.WriteAllBytesAsync(archive, whole);
        }

        await File.WriteAllBytesAsync(archive, whole[..(whole.Length / 2)]);
        CheckRefused(await ImportAsync(target, archive));
        await File.WriteAllBytesAsync(archive, whole);
        await File.WriteAllBytesAsync(KeyOf(archive), new byte[32]);
        CheckRefused(await ImportAsync(target, archive));

        Assert.Contains("no tenant", Assert.Single((await target.RunAsync("audit", "verify", "--tenant", "halvorsen")).Complaints), StringComparison.Ordinal);
        foreach (var name in new[] { "grains.db", "views.db" })
        {
            Assert.DoesNotContain("halvorsen", Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Path.Combine(target.Data, name))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Export_of_unknown_tenant_or_over_a_file_is_refused()
    {
        using var source = prepared.Folder.Copy();
        var file = Path.Combine(source.Root, "there.zip");
        await File.WriteAllTextAsync(file, "something");
        string[] key = ["--transfer-key", Path.Combine(source.Root, "t.key")];

        var unknown = await source.RunAsync(["export", "--tenant", "nobody", "--to", Path.Combine(source.Root, "new.zip"), .. key]);
        var over = await source.RunAsync(["export", "--tenant", "halvorsen", "--to", file, .. key]);

        Assert.Equal((9, 4), (unknown.ExitCode, over.ExitCode));
        Assert.Equal("something", await File.ReadAllTextAsync(file));
    }

    private static async Task<string> ExportAsync(DataFolder source)
    {
        var archive = Path.Combine(source.Root, "halvorsen.zip");
        var export = await source.RunAsync("export", "--json", "--tenant", "halvorsen", "--to", archive, "--transfer-key", KeyOf(archive));
        Assert.True(export.Json().GetProperty("accounts").GetInt64() > 30);
        return archive;
    }

    private static Task<RunResult> ImportAsync(DataFolder target, string archive) =>
        target.RunAsync("import", "tenant", archive, "--json", "--transfer-key", KeyOf(archive));

    /// <summary>kill -9 when the grains are written and no account is: another writer holds the accounts up.</summary>
    private static async Task KillAtAccountsAsync(DataFolder target, string archive)
    {
        using var accounts = new SqliteConnection($"Data Source={Path.Combine(target.Data, "accounts.db")};Pooling=False");
        accounts.Open();
        using var held = accounts.BeginTransaction(deferred: false);
        using var import = HostProgram.Start(target, ["import", "tenant", archive, "--transfer-key", KeyOf(archive), .. target.Options]);
        using var bound = new CancellationTokenSource(HostProgram.Bound);
        string? line;
        do
        {
            line = await import.StandardError.ReadLineAsync(bound.Token);
            Assert.True(line is not null, "It ended before it could be killed.");
        }
        while (!line.Contains("accounts", StringComparison.Ordinal));
        import.Kill();
        await import.WaitForExitAsync(bound.Token);
        Assert.NotEqual(0, import.ExitCode);
    }

    private static void CheckRefused(RunResult import)
    {
        Assert.True(import.ExitCode == 9, import.Error);
        Assert.Contains("nothing was written", Assert.Single(import.Complaints), StringComparison.Ordinal);
    }

    /// <summary>What mentor, mentee and client see, in one text.</summary>
    private static async Task<string> ReadAsync(DataFolder folder, DemoTenant tenant)
    {
        await using var server = await HostServer.StartAsync(folder, "--no-demo");
        using var mentor = await tenant.MentorAsync(server.Address);
        using var mentee = await tenant.MenteeAsync(server.Address);
        using var client = await tenant.ClientAsync(server.Address);
        JsonElement[] seen = [await mentor.QueryAsync(Seen), await mentee.QueryAsync(Seen), await client.QueryAsync(Participants)];
        Assert.Equal(0, await server.StopAsync());
        return string.Join('\n', seen.Select(one => one.GetRawText()));
    }

    private static async Task<string> GrainsAsync(DataFolder folder) =>
        Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Path.Combine(folder.Data, "grains.db")));

    private static string KeyOf(string archive) => archive + ".key";

    private static async Task<string> KeyAsync(DataFolder folder) =>
        Convert.ToHexString(await File.ReadAllBytesAsync(Path.Combine(folder.Root, "master.key")));

    private static string Padded(string id) => id.Replace('_', '/').Replace('-', '+').PadRight((id.Length + 3) / 4 * 4, '=');
}
