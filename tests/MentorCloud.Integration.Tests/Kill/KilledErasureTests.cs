using System.Diagnostics;
using System.Globalization;
using MentorCloud.Integration.Tests.Pairings;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Kill;

/// <summary>kill -9 after each step of an erasure: the next start brings it to its end, once, and leaves no word of the person in any file.</summary>
public sealed class KilledErasureTests
{
    private const int Steps = 5;
    private const int Killed = 128 + 9;

    [Fact]
    public async Task Erasure_killed_after_any_of_its_steps_comes_to_its_end_after_the_start()
    {
        using var folder = new DataFolder();
        var tenant = new DemoTenant((await folder.RunAsync("demo", "--json")).Json());

        for (var step = 1; step <= Steps; step++)
        {
            Assert.Equal(Killed, await LiveAsync(folder, tenant, life: step, step));
            await GoneAsync(folder, step - 1);
        }

        Assert.Equal(0, await LiveAsync(folder, tenant, life: Steps + 1, step: 0));
        for (var life = 1; life <= Steps; life++)
        {
            await GoneAsync(folder, life);
        }

        await OnceEachAsync(folder, tenant);
        await folder.RunAsync("rebuild-views");
        Assert.Equal("The views were right.", (await folder.RunAsync("rebuild-views")).Output.Trim());
    }

    private static Task GoneAsync(DataFolder folder, int life) =>
        life == 0 ? Task.CompletedTask : CanarySearch.InFolderAsync(folder.Data, ErasureWorker.Canary(life));

    /// <summary>Each of them was erased once and forgotten once, whatever was repeated.</summary>
    private static async Task OnceEachAsync(DataFolder folder, DemoTenant tenant)
    {
        await using var server = await HostServer.StartAsync(folder);
        using var admin = await tenant.AdminAsync(server.Address);
        foreach (var action in new[] { "ParticipantErased", "ParticipantForgotten" })
        {
            var told = await admin.QueryAsync(
                "query($action: String!) { auditEntries(first: 100, filter: { action: $action }) { nodes { subject } } }", new { action });
            var subjects = told.GetProperty("auditEntries").GetProperty("nodes").EnumerateArray().Select(each => each.GetProperty("subject").GetString()).ToList();
            Assert.Equal(Steps, subjects.Count);
            Assert.Distinct(subjects);
        }
    }

    private static async Task<int> LiveAsync(DataFolder folder, DemoTenant tenant, int life, int step)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Root };
        foreach (var argument in new[]
        {
            typeof(ErasureWorker).Assembly.Location, "erasure", folder.Data, Path.Combine(folder.Root, "master.key"), tenant.Slug,
            life.ToString(CultureInfo.InvariantCulture), step.ToString(CultureInfo.InvariantCulture),
        })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var bound = new CancellationTokenSource(HostProgram.Bound);
        await process.WaitForExitAsync(bound.Token);
        Assert.True(process.ExitCode is 0 or Killed, string.Join('\n', await said));
        return process.ExitCode;
    }
}
