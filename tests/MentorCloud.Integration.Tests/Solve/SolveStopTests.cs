using System.Diagnostics;
using System.Globalization;
using System.Text;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Solve;

/// <summary>Ctrl-C in the middle of a long command.</summary>
public sealed class SolveStopTests
{
    [Fact]
    public async Task Interrupt_stops_cleanly_with_its_own_code()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT RUN: Windows has neither named pipes in folders nor SIGINT.");
        using var folder = new DataFolder();
        var pipe = Path.Combine(folder.Root, "scores.csv");
        await RunAsync("mkfifo", pipe);
        using var process = HostProgram.Start(folder, ["solve", "--scores", "scores.csv", "--json"]);
        using var bound = new CancellationTokenSource(HostProgram.Bound);

        // More than a pipe holds: once it is written, the command is reading; a pipe that stays open keeps it so.
        await using var writer = await Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite), bound.Token);
        await writer.WriteAsync(Encoding.UTF8.GetBytes($"mentor,mentee,score\n{string.Concat(Enumerable.Range(0, 50_000).Select(row => $"m{row},e{row},0.5\n"))}"), bound.Token);
        await writer.FlushAsync(bound.Token);
        await RunAsync("kill", "-INT", process.Id.ToString(CultureInfo.InvariantCulture));
        await process.WaitForExitAsync(bound.Token);

        Assert.Equal(130, process.ExitCode);
        Assert.Equal("Stopped.", (await process.StandardError.ReadToEndAsync(bound.Token)).Trim());
        Assert.Empty(await process.StandardOutput.ReadToEndAsync(bound.Token));
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
