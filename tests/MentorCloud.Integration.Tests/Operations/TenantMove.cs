using System.Text.Json;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Operations;

/// <summary>The sample tenant out of one installation and into another, and what its people see there.</summary>
internal static class TenantMove
{
    private const string Seen = """
        { viewer { participant { externalId } }
          cohorts(first: 10) { totalCount nodes { id name } }
          pairings(first: 40) { totalCount nodes { id score stage nextCheckInDue checkIns { number status minutes notes { author visibility text } } } } }
        """;

    private const string Participants = "{ participants(first: 100) { totalCount nodes { id externalId name title } } }";

    public static async Task<string> ExportAsync(DataFolder source)
    {
        var archive = Path.Combine(source.Root, "halvorsen.zip");
        var export = await source.RunAsync("export", "--json", "--tenant", "halvorsen", "--to", archive, "--transfer-key", KeyOf(archive));
        Assert.True(export.ExitCode == 0, export.Error);
        Assert.True(export.Json().GetProperty("accounts").GetInt64() > 30);
        return archive;
    }

    public static Task<RunResult> ImportAsync(DataFolder target, string archive) =>
        target.RunAsync("import", "tenant", archive, "--json", "--transfer-key", KeyOf(archive));

    /// <summary>What mentor, mentee and client see on a server that is started for it.</summary>
    public static async Task<string> ReadAsync(DataFolder folder, DemoTenant tenant)
    {
        await using var server = await HostServer.StartAsync(folder, "--no-demo");
        var seen = await ReadAsync(server.Address, tenant);
        Assert.Equal(0, await server.StopAsync());
        return seen;
    }

    /// <summary>What mentor, mentee and client see, in one text.</summary>
    public static async Task<string> ReadAsync(Uri server, DemoTenant tenant)
    {
        using var mentor = await tenant.MentorAsync(server);
        using var mentee = await tenant.MenteeAsync(server);
        using var client = await tenant.ClientAsync(server);
        JsonElement[] seen = [await mentor.QueryAsync(Seen), await mentee.QueryAsync(Seen), await client.QueryAsync(Participants)];
        return string.Join('\n', seen.Select(one => one.GetRawText()));
    }

    /// <summary>Where an archive's transfer key lies.</summary>
    public static string KeyOf(string archive) => archive + ".key";
}
