using MentorCloud.Integration.Tests.Operations;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Cluster.Tests.Silos;

/// <summary>A tenant moves from the default edition's files to Azure Storage (Azurite) and PostgreSQL, and back.</summary>
public sealed class TenantMoveTests(Installation installation) : IClassFixture<Installation>
{
    private const int FolderInUse = 6, InputInvalid = 9;

    [Fact]
    public async Task Tenant_moves_to_the_cluster_and_back_and_reads_the_same()
    {
        Assert.SkipUnless(File.Exists(HostProgram.Assembly), "NOT RUN: build MentorCloud.sln first; a tenant of the default edition moves here.");
        using var source = new DataFolder();
        using var target = new DataFolder();
        var tenant = new DemoTenant((await source.RunAsync("demo", "--json")).Json());
        var archive = await TenantMove.ExportAsync(source);
        var before = await TenantMove.ReadAsync(source, tenant);

        Assert.False((await ImportAsync(archive)).Json().GetProperty("alreadyThere").GetBoolean());
        Assert.True((await ImportAsync(archive)).Json().GetProperty("alreadyThere").GetBoolean());
        await ReadsTheSameAsync(before, tenant, archive);

        var back = Path.Combine(target.Root, "back.zip");
        var export = await RunAsync("export", "--json", "--tenant", tenant.Slug, "--to", back, "--transfer-key", TenantMove.KeyOf(back));
        Assert.True(export.ExitCode == 0, export.Error);
        Assert.False((await TenantMove.ImportAsync(target, back)).Json().GetProperty("alreadyThere").GetBoolean());
        Assert.Equal(before, await TenantMove.ReadAsync(target, tenant));
        Assert.Equal(0, (await target.RunAsync("verify")).ExitCode);
    }

    private async Task ReadsTheSameAsync(string before, DemoTenant tenant, string archive)
    {
        await using var silo = await SiloProcess.ServeAsync(installation.Settings(), installation.Options);
        Assert.Equal(before, await TenantMove.ReadAsync(silo.Address, tenant));

        var running = await ImportAsync(archive);
        Assert.True(running.ExitCode == FolderInUse, running.Error);
        Assert.Contains("stop all silos", Assert.Single(running.Complaints), StringComparison.Ordinal);
        Assert.Equal(0, await silo.StopAsync());

        // Reading somebody's data is in the audit log: the tenant has gone on here.
        Assert.Equal(InputInvalid, (await ImportAsync(archive)).ExitCode);
    }

    private Task<RunResult> ImportAsync(string archive) =>
        RunAsync("import", "tenant", archive, "--json", "--transfer-key", TenantMove.KeyOf(archive));

    private Task<RunResult> RunAsync(params IEnumerable<string> command) =>
        SiloProcess.RunAsync(installation.Settings(), [.. command, .. installation.Options]);
}
