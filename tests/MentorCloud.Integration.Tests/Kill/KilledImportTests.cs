using System.Net;
using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Imports;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Kill;

/// <summary>kill -9 in the middle of a roster: repeated after the restart, the import finishes and doubles nobody.</summary>
public sealed class KilledImportTests
{
    private const string Key = "killed";
    private const int People = 1000;

    [Fact]
    public async Task Import_killed_half_way_is_finished_by_repeating_it()
    {
        using var folder = new DataFolder();
        var tenant = new DemoTenant((await folder.RunAsync("demo", "--json")).Json());
        var roster = RosterUpload.File(Enumerable.Range(0, People).Select(number => RosterUpload.Mentee($"killed-{number}")));

        var before = await KillDuringAsync(folder, tenant, roster);
        await FinishAsync(folder, tenant, roster, before);

        Assert.Equal(0, (await folder.RunAsync("rebuild-views")).ExitCode);
        Assert.Equal("The views were right.", (await folder.RunAsync("rebuild-views")).Output.Trim());
    }

    /// <summary>Kills when the first people of the roster are stored; the server stands still then, however fast it is.</summary>
    private static async Task<int> KillDuringAsync(DataFolder folder, DemoTenant tenant, string roster)
    {
        var plain = folder.Program;
        folder.Program = HeldProgram.Command;
        await using var server = await HostServer.StartAsync(folder);
        folder.Program = plain;
        using var client = await tenant.ClientAsync(server.Address);
        var before = await KilledWork.PeopleAsync(client);
        var upload = UploadAsync(client, roster);
        await Poll.UntilAsync("the first people of the roster", HostProgram.Bound, () =>
            Task.FromResult(upload.IsCompleted || server.Said.Contains(HeldProgram.Mark, StringComparison.Ordinal) ? "begun" : null));
        await server.KillAsync();
        Assert.True(await upload is null, "The import was over before the kill.");
        return before;
    }

    private static async Task FinishAsync(DataFolder folder, DemoTenant tenant, string roster, int before)
    {
        await using var server = await HostServer.StartAsync(folder);
        using var client = await tenant.ClientAsync(server.Address);
        var report = await UploadAsync(client, roster) ?? throw new InvalidOperationException("The server went away.");
        Assert.Equal(0, report.GetProperty("errorCount").GetInt32());
        Assert.Equal(People, report.GetProperty("imported").GetInt32() + report.GetProperty("unchanged").GetInt32());
        Assert.InRange(report.GetProperty("unchanged").GetInt32(), HeldProgram.People, People - 1);
        await Poll.UntilAsync("everybody in the list once", HostProgram.Bound, async () =>
        {
            var people = await KilledWork.PeopleAsync(client);
            Assert.True(people <= before + People, $"{people} people, {before} before, {People} on the roster.");
            return people == before + People ? "all" : null;
        });
        Assert.Equal(0, await server.StopAsync());
    }

    /// <summary>The report; null when the server went away.</summary>
    private static async Task<JsonElement?> UploadAsync(GraphQLClient client, string roster)
    {
        try
        {
            var (status, report) = await client.UploadRosterAsync(RosterUpload.Body(roster), Key);
            Assert.Equal(HttpStatusCode.OK, status);
            return report;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
