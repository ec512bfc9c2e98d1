using System.IO.Compression;
using System.Text;
using MentorCloud.Integration.Tests.Processes;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Integration.Tests.Operations;

/// <summary>A tenant moves to an installation with another master key.</summary>
[Collection(PreparedFolderCollection.Name)]
public sealed class TenantTransferTests(PreparedFolder prepared)
{
    [Fact]
    public async Task Tenant_exported_and_imported_elsewhere_logs_in_and_reads_the_same()
    {
        using var source = prepared.Folder.Copy();
        using var target = new DataFolder();
        var archive = await TenantMove.ExportAsync(source);
        var imported = (await TenantMove.ImportAsync(target, archive)).Json();
        var repeated = (await TenantMove.ImportAsync(target, archive)).Json();

        Assert.NotEqual(await KeyAsync(source), await KeyAsync(target));
        Assert.False(imported.GetProperty("alreadyThere").GetBoolean());
        Assert.True(repeated.GetProperty("alreadyThere").GetBoolean());
        var before = await TenantMove.ReadAsync(source, prepared.Halvorsen);
        var after = await TenantMove.ReadAsync(target, prepared.Halvorsen);
        Assert.Equal(before, after);
        Assert.Contains("\"text\":\"", before, StringComparison.Ordinal);
        Assert.Equal(0, (await target.RunAsync("verify")).ExitCode);

        // The tenant has gone on: reading somebody's data is in its audit log, then a grain changes too.
        CheckGoneOn(await TenantMove.ImportAsync(target, archive));
        Assert.Equal(0, (await target.RunAsync("tenant", "suspend", "halvorsen", "--reason", "moved")).ExitCode);
        CheckGoneOn(await TenantMove.ImportAsync(target, archive));
    }

    [Fact]
    public async Task Import_killed_between_grains_and_accounts_is_finished_by_repeating_it()
    {
        using var source = prepared.Folder.Copy();
        using var target = new DataFolder();
        var archive = await TenantMove.ExportAsync(source);
        string[] other = ["--name", "Nordwind AG", "--slug", "nordwind", "--time-zone", "Europe/Berlin", "--admin-email", "ada@nordwind.example"];
        Assert.Equal(0, (await target.RunAsync(["tenant", "create", .. other])).ExitCode);

        await KillAtAccountsAsync(target, archive);

        // Its grains are there, so an operator sees it; nobody finds it by its short name, so nobody logs in.
        Assert.Contains("halvorsen", (await target.RunAsync("tenant", "list")).Output, StringComparison.Ordinal);
        Assert.Contains("no tenant", Assert.Single((await target.RunAsync("audit", "verify", "--tenant", "halvorsen")).Complaints), StringComparison.Ordinal);
        Assert.False((await TenantMove.ImportAsync(target, archive)).Json().GetProperty("alreadyThere").GetBoolean());
        Assert.Equal(await TenantMove.ReadAsync(source, prepared.Halvorsen), await TenantMove.ReadAsync(target, prepared.Halvorsen));
        Assert.Equal(0, (await target.RunAsync("verify")).ExitCode);
    }

    [Fact]
    public async Task Archive_holds_nothing_of_other_tenants()
    {
        using var source = prepared.Folder.Copy();
        var archive = await TenantMove.ExportAsync(source);
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
        var archive = await TenantMove.ExportAsync(source);
        var whole = await File.ReadAllBytesAsync(archive);
        foreach (var where in new[] { 0.2, 0.6, 0.9 })
        {
            Damage.Byte(archive, where);
            CheckRefused(await TenantMove.ImportAsync(target, archive));
            await File.WriteAllBytesAsync(archive, whole);
        }

        await File.WriteAllBytesAsync(archive, whole[..(whole.Length / 2)]);
        CheckRefused(await TenantMove.ImportAsync(target, archive));
        await File.WriteAllBytesAsync(archive, whole);
        await File.WriteAllBytesAsync(TenantMove.KeyOf(archive), new byte[32]);
        CheckRefused(await TenantMove.ImportAsync(target, archive));

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

    /// <summary>kill -9 when the grains are written and no account is: another writer holds the accounts up.</summary>
    private static async Task KillAtAccountsAsync(DataFolder target, string archive)
    {
        using var accounts = new SqliteConnection($"Data Source={Path.Combine(target.Data, "accounts.db")};Pooling=False");
        accounts.Open();
        using var held = accounts.BeginTransaction(deferred: false);
        using var import = HostProgram.Start(target, ["import", "tenant", archive, "--transfer-key", TenantMove.KeyOf(archive), .. target.Options]);
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

    private static void CheckGoneOn(RunResult import)
    {
        Assert.True(import.ExitCode == 9, import.Error);
        Assert.Contains("here already and has gone on", Assert.Single(import.Complaints), StringComparison.Ordinal);
    }

    private static void CheckRefused(RunResult import)
    {
        Assert.True(import.ExitCode == 9, import.Error);
        Assert.Contains("nothing was written", Assert.Single(import.Complaints), StringComparison.Ordinal);
    }

    private static async Task<string> GrainsAsync(DataFolder folder) =>
        Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Path.Combine(folder.Data, "grains.db")));

    private static async Task<string> KeyAsync(DataFolder folder) =>
        Convert.ToHexString(await File.ReadAllBytesAsync(Path.Combine(folder.Root, "master.key")));

    private static string Padded(string id) => id.Replace('_', '/').Replace('-', '+').PadRight((id.Length + 3) / 4 * 4, '=');
}
