using System.Globalization;
using System.Text.Json;
using MentorCloud.Integration.Tests.Operations;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Audit;

/// <summary><c>audit export</c>: one tenant's log in a file that is whole or not there.</summary>
[Collection(PreparedFolderCollection.Name)]
public sealed class AuditCommandTests(PreparedFolder prepared)
{
    [Fact]
    public async Task Exported_file_is_the_tenants_own_log_from_its_first_record_on_for_its_owner_alone()
    {
        using var folder = prepared.Folder.Copy();
        var (ours, theirs) = (await ExportAsync(folder, "halvorsen"), await ExportAsync(folder, "meridian"));

        foreach (var (told, lines) in new[] { ours, theirs })
        {
            Assert.Equal(told.GetProperty("records").GetInt32(), lines.Count);
            Assert.Equal(Enumerable.Range(1, lines.Count), lines.Select(line => line.GetProperty("number").GetInt32()));
        }

        var other = theirs.Lines.Select(line => line.GetProperty("hash").GetString()).ToHashSet();
        Assert.DoesNotContain(ours.Lines, line => other.Contains(line.GetProperty("hash").GetString()));
        Assert.True(OperatingSystem.IsWindows()
            || File.GetUnixFileMode(Path.Combine(folder.Root, "halvorsen.jsonl")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Theory]
    [InlineData("nobody-has-this")]
    [InlineData("")]
    [InlineData("HALVORSEN ")]
    [InlineData("../halvorsen")]
    public async Task Export_of_an_unknown_tenant_is_refused_and_writes_nothing(string slug)
    {
        using var folder = prepared.Folder.Copy();
        var file = Path.Combine(folder.Root, "out.jsonl");

        var refused = await folder.RunAsync("audit", "export", "--tenant", slug, "--to", file);

        Assert.Equal(9, refused.ExitCode);
        Assert.Contains("tenant", Assert.Single(refused.Complaints), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder.Root, "out.jsonl*"));
    }

    [Fact]
    public async Task Export_over_a_file_into_no_folder_or_without_a_target_is_refused()
    {
        using var folder = prepared.Folder.Copy();
        await folder.WriteAsync("there.jsonl", ["mine"]);

        var over = await folder.RunAsync("audit", "export", "--tenant", "halvorsen", "--to", Path.Combine(folder.Root, "there.jsonl"));
        var nowhere = await folder.RunAsync("audit", "export", "--tenant", "halvorsen", "--to", Path.Combine(folder.Root, "no", "such", "out.jsonl"));
        var unsaid = await folder.RunAsync("audit", "export", "--tenant", "halvorsen");

        Assert.Equal(["mine"], await File.ReadAllLinesAsync(Path.Combine(folder.Root, "there.jsonl")));
        Assert.Equal((9, 4, 2), (over.ExitCode, nowhere.ExitCode, unsaid.ExitCode));
        Assert.Single(nowhere.Complaints);
    }

    [Fact]
    public async Task Export_interrupted_leaves_a_whole_file_or_none_and_is_repeated()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT RUN: Windows has no SIGINT.");
        using var folder = prepared.Folder.Copy();
        var file = Path.Combine(folder.Root, "cut.jsonl");

        using var process = HostProgram.Start(folder, ["audit", "export", "--tenant", "halvorsen", "--to", file, .. folder.Options]);
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await Poll.UntilAsync("the file", HostProgram.Bound, () =>
            Task.FromResult(process.HasExited || Directory.EnumerateFiles(folder.Root, "cut.jsonl*").Any() ? "begun" : null));
        using var kill = System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var bound = new CancellationTokenSource(HostProgram.Bound);
        await kill.WaitForExitAsync(bound.Token);
        await process.WaitForExitAsync(bound.Token);
        await said;

        // An interrupt of a program that has done its work and has yet to end gives 130 as well.
        Assert.True(process.ExitCode is 0 or 130, $"exit code {process.ExitCode}");
        var whole = File.Exists(file) ? await File.ReadAllTextAsync(file) : null;
        Assert.True(whole is not null || process.ExitCode == 130, "It ended well and left no file.");
        Assert.Equal(whole is null ? [] : ["cut.jsonl"], Directory.EnumerateFiles(folder.Root, "cut.jsonl*").Select(Path.GetFileName));
        File.Delete(file);
        Assert.Equal(0, (await folder.RunAsync("audit", "export", "--tenant", "halvorsen", "--to", file)).ExitCode);
        var repeated = await File.ReadAllTextAsync(file);
        Assert.Equal(whole ?? repeated, repeated);
    }

    private static async Task<(JsonElement Told, IReadOnlyList<JsonElement> Lines)> ExportAsync(DataFolder folder, string slug)
    {
        var file = Path.Combine(folder.Root, slug + ".jsonl");
        var told = (await folder.RunAsync("audit", "export", "--tenant", slug, "--to", file, "--json")).Json();
        return (told, [.. (await File.ReadAllLinesAsync(file)).Select(line => JsonDocument.Parse(line).RootElement)]);
    }
}
