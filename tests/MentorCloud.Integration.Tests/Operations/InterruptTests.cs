using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MentorCloud.Integration.Tests.Imports;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Operations;

/// <summary>Ctrl-C in the middle of a command that works on the data folder: it stops, says so, and is finished by repeating it.</summary>
[Collection(PreparedFolderCollection.Name)]
public sealed class InterruptTests(PreparedFolder prepared)
{
    private const int People = 2000;

    [Fact]
    public async Task Import_interrupted_half_way_ends_with_130_and_is_finished_by_repeating_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT RUN: Windows has no SIGINT.");
        using var folder = prepared.Folder.Copy();
        await folder.WriteAsync("roster.csv", [RosterUpload.Header, .. Enumerable.Range(0, People).Select(number => RosterUpload.Mentee($"cut-{number}"))]);
        string[] import = ["import", "roster", Path.Combine(folder.Root, "roster.csv"), "--tenant", "halvorsen"];
        var before = await ParticipantsAsync(folder);

        var plain = folder.Program;
        folder.Program = HeldProgram.Command;
        var (exit, error) = await InterruptAtAsync(folder, HeldProgram.Mark, import);
        folder.Program = plain;

        Assert.True(exit == 130, $"exit code {exit}: {error}");
        Assert.EndsWith("Stopped.", error.Trim(), StringComparison.Ordinal);
        Assert.InRange(await ParticipantsAsync(folder), before + HeldProgram.People, before + People - 1);
        var repeated = await folder.RunAsync(import);
        Assert.True(repeated.ExitCode == 0, repeated.Error);
        var told = Regex.Match(repeated.Output, "read ([0-9]+), imported ([0-9]+), unchanged ([0-9]+),").Groups;
        Assert.Equal(People, Number(told[1]));
        Assert.Equal(People, Number(told[2]) + Number(told[3]));
        Assert.Equal(before + People, await ParticipantsAsync(folder));
    }

    [Theory]
    [InlineData("grains")]
    public async Task Export_interrupted_leaves_a_whole_archive_or_none(string step)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT RUN: Windows has no SIGINT.");
        using var folder = prepared.Folder.Copy();
        var archive = Path.Combine(folder.Root, "halvorsen.zip");
        var (exit, _) = await InterruptAtAsync(folder, step, "export", "--tenant", "halvorsen", "--to", archive, "--transfer-key", TenantMove.KeyOf(archive));

        // Which of the two it is depends on who is quicker; both are right, and nothing else is. An interrupt of a program that
        // has done its work and has yet to end gives 130 as well.
        Assert.True(exit is 0 or 130, $"exit code {exit}");
        var isWhole = File.Exists(archive);
        Assert.True(isWhole || exit == 130, "It ended well and left no archive.");
        Assert.Equal(isWhole ? ["halvorsen.zip"] : [], Directory.EnumerateFiles(folder.Root, "halvorsen.zip*").Select(Path.GetFileName).Where(name => !name!.EndsWith(".key", StringComparison.Ordinal)));
        using var target = new DataFolder();
        Assert.False((await TenantMove.ImportAsync(target, isWhole ? archive : await TenantMove.ExportAsync(folder))).Json().GetProperty("alreadyThere").GetBoolean());
    }

    [Theory]
    [InlineData("grains.db")]
    public async Task Backup_interrupted_leaves_a_whole_backup_or_an_empty_folder(string step)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT RUN: Windows has no SIGINT.");
        using var folder = prepared.Folder.Copy();
        var backup = Path.Combine(folder.Root, "backup");
        var (exit, _) = await InterruptAtAsync(folder, step, "backup", "--to", backup);

        Assert.True(exit is 0 or 130, $"exit code {exit}");
        var isWhole = File.Exists(Path.Combine(backup, "SHA256SUMS"));
        Assert.True(isWhole || exit == 130, "It ended well and left no backup.");
        if (!isWhole)
        {
            Assert.Empty(Directory.Exists(backup) ? Directory.EnumerateFileSystemEntries(backup) : []);
            Assert.Equal(0, (await folder.RunAsync("backup", "--to", backup)).ExitCode);
        }

        using var restored = new DataFolder();
        Assert.Equal(0, (await restored.RunAsync("restore", "--from", backup)).ExitCode);
    }

    [Theory]
    [InlineData("grains")]
    [InlineData("views")]
    public async Task Import_of_a_tenant_interrupted_or_killed_is_finished_by_repeating_it(string step)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT RUN: Windows has no SIGINT.");
        using var source = prepared.Folder.Copy();
        var archive = await TenantMove.ExportAsync(source);
        var before = await TenantMove.ReadAsync(source, prepared.Halvorsen);
        foreach (var signal in new[] { "-INT", "-KILL" })
        {
            using var target = new DataFolder();
            await InterruptAtAsync(target, step, signal, "import", "tenant", archive, "--transfer-key", TenantMove.KeyOf(archive));

            var repeated = await TenantMove.ImportAsync(target, archive);

            Assert.True(repeated.ExitCode == 0, repeated.Error);
            Assert.Equal(before, await TenantMove.ReadAsync(target, prepared.Halvorsen));
            Assert.Equal(0, (await target.RunAsync("verify")).ExitCode);
        }
    }

    /// <summary>Lets a command work until it says that it comes to a step, and signals it there; what it says of errors afterwards.</summary>
    private static async Task<(int ExitCode, string Error)> InterruptAtAsync(DataFolder folder, string step, params string[] command)
    {
        var signal = command[0].StartsWith('-') ? command[0] : "-INT";
        using var process = HostProgram.Start(folder, [.. command.SkipWhile(word => word == signal), .. folder.Options]);
        var output = process.StandardOutput.ReadToEndAsync();
        using var bound = new CancellationTokenSource(HostProgram.Bound);
        string? line;
        do
        {
            line = await process.StandardError.ReadLineAsync(bound.Token);
            if (line is null)
            {
                Assert.Fail($"It ended before it came to '{step}': {await output}");
            }
        }
        while (!line.Contains(step, StringComparison.Ordinal));
        var rest = process.StandardError.ReadToEndAsync(bound.Token);
        using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(bound.Token);
        await process.WaitForExitAsync(bound.Token);
        return (process.ExitCode, await rest);
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    /// <summary>Participants that grains keep, whether a process holds the folder or not.</summary>
    private static async Task<long> ParticipantsAsync(DataFolder folder) =>
        (await folder.RunAsync("stats", "--json")).Json().GetProperty("grains").GetProperty("kinds").EnumerateArray()
            .Single(kind => kind.GetProperty("type").GetString() == "participant").GetProperty("states").GetInt64();
}
