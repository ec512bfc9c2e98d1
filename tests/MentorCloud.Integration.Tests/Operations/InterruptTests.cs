using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MentorCloud.Integration.Tests.Imports;
using MentorCloud.Integration.Tests.Processes;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Integration.Tests.Operations;

/// <summary>Ctrl-C in the middle of a command that works on the data folder: it stops, says so, and is finished by repeating it.</summary>
[Collection(PreparedFolderCollection.Name)]
public sealed class InterruptTests(PreparedFolder prepared)
{
    private const int People = 3000;

    [Fact]
    public async Task Import_interrupted_half_way_ends_with_130_and_is_finished_by_repeating_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT RUN: Windows has no SIGINT.");
        using var folder = prepared.Folder.Copy();
        await folder.WriteAsync("roster.csv", [RosterUpload.Header, .. Enumerable.Range(0, People).Select(number => RosterUpload.Mentee($"cut-{number}"))]);
        string[] import = ["import", "roster", Path.Combine(folder.Root, "roster.csv"), "--tenant", "halvorsen"];
        var before = await ParticipantsAsync(folder);

        using var process = HostProgram.Start(folder, [.. import, .. folder.Options]);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        await Poll.UntilAsync("the first people of the roster", HostProgram.Bound, () =>
            Task.FromResult(process.HasExited || Listed(folder) > before ? "begun" : null));
        await InterruptAsync(process);

        Assert.True(process.ExitCode == 130, $"exit code {process.ExitCode}: {await error}{await output}");
        Assert.EndsWith("Stopped.", (await error).Trim(), StringComparison.Ordinal);
        Assert.InRange(await ParticipantsAsync(folder), before + 1, before + People - 1);
        var repeated = await folder.RunAsync(import);
        Assert.True(repeated.ExitCode == 0, repeated.Error);
        var told = Regex.Match(repeated.Output, "read ([0-9]+), imported ([0-9]+), unchanged ([0-9]+),").Groups;
        Assert.Equal(People, Number(told[1]));
        Assert.Equal(People, Number(told[2]) + Number(told[3]));
        Assert.Equal(before + People, await ParticipantsAsync(folder));
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static async Task InterruptAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var bound = new CancellationTokenSource(HostProgram.Bound);
        await kill.WaitForExitAsync(bound.Token);
        await process.WaitForExitAsync(bound.Token);
    }

    /// <summary>Participants that the views know.</summary>
    private static long Listed(DataFolder folder)
    {
        using var views = new SqliteConnection($"Data Source={Path.Combine(folder.Data, "views.db")};Pooling=False");
        views.Open();
        using var command = views.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM participants";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Participants that grains keep, whether a process holds the folder or not.</summary>
    private static async Task<long> ParticipantsAsync(DataFolder folder) =>
        (await folder.RunAsync("stats", "--json")).Json().GetProperty("grains").GetProperty("kinds").EnumerateArray()
            .Single(kind => kind.GetProperty("type").GetString() == "participant").GetProperty("states").GetInt64();
}
