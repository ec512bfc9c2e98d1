using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Versioning;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Testing;

namespace MentorCloud.Integration.Tests.Start;

/// <summary>A data folder that the program's account cannot write to: one line and exit code 4 from the server and every command, and nothing changed.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ReadOnlyFolderTests
{
    private const UnixFileMode Write = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    [Fact]
    public async Task Folder_that_cannot_be_written_is_refused_by_name_and_left_as_it_is()
    {
        using var folder = await UnprivilegedAsync();
        Assert.Equal(0, (await folder.RunAsync("rebuild-views")).ExitCode);
        var before = Read(folder);
        SetWritable(folder, false, files: false);
        await CheckRefusedAsync(folder);

        SetWritable(folder, false, files: true);
        await CheckRefusedAsync(folder);

        SetWritable(folder, true, files: true);
        Assert.Equal(before, Read(folder));
        Assert.Equal(0, (await folder.RunAsync("verify")).ExitCode);
        await using var server = await HostServer.StartAsync(folder, "--no-demo");
        Assert.Equal(0, await server.StopAsync());
    }

    [Fact]
    public async Task New_folder_that_cannot_be_filled_is_refused_by_name()
    {
        using var folder = await UnprivilegedAsync();
        Directory.CreateDirectory(folder.Data);
        SetWritable(folder, false, files: false);

        Check(await ServeAsync(folder), folder);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Data));
        SetWritable(folder, true, files: false);
    }

    private static async Task CheckRefusedAsync(DataFolder folder)
    {
        Check(await ServeAsync(folder), folder);
        foreach (var command in new[] { "verify", "stats", "rebuild-views" })
        {
            Check(await folder.RunAsync(command), folder);
        }
    }

    private static void Check(RunResult result, DataFolder folder)
    {
        Assert.True(result.ExitCode == 4, $"exit code {result.ExitCode} instead of 4: {result.Error}");
        Assert.Contains(folder.Data, Assert.Single(result.Complaints), StringComparison.Ordinal);
    }

    private static Task<RunResult> ServeAsync(DataFolder folder) =>
        folder.RunAsync("serve", "--no-demo", "--url", $"http://127.0.0.1:{FreePort.Find()}");

    private static Dictionary<string, byte[]> Read(DataFolder folder) => Directory.GetFiles(folder.Data, "*.db")
        .ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);

    private static void SetWritable(DataFolder folder, bool writable, bool files)
    {
        foreach (var path in files ? [folder.Data, .. Directory.GetFiles(folder.Data)] : new[] { folder.Data })
        {
            var mode = File.GetUnixFileMode(path);
            File.SetUnixFileMode(path, writable ? mode | UnixFileMode.UserWrite : mode & ~Write);
        }
    }

    /// <summary>
    /// A folder whose processes have no rights beyond those that the folder's mode gives its owner, root's among them.
    /// That this is so is tried first: a test that could pass because everything is forbidden, or nothing, is not run.
    /// </summary>
    private static async Task<DataFolder> UnprivilegedAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT RUN: needs the file modes of Unix.");
        var folder = new DataFolder();
        if (Environment.IsPrivilegedProcess)
        {
            folder.Prefix = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"];
        }

        var probe = Directory.CreateDirectory(Path.Combine(folder.Root, "probe")).FullName;
        var allowed = await MakesAsync(folder, Path.Combine(probe, "allowed"));
        File.SetUnixFileMode(probe, File.GetUnixFileMode(probe) & ~Write);
        var refused = !await MakesAsync(folder, Path.Combine(probe, "refused"));
        File.SetUnixFileMode(probe, File.GetUnixFileMode(probe) | UnixFileMode.UserWrite);
        if (!allowed || !refused)
        {
            folder.Dispose();
            Assert.Skip("NOT RUN: needs a user without rights over the modes of files, or setpriv (util-linux).");
        }

        return folder;
    }

    private static async Task<bool> MakesAsync(DataFolder folder, string file)
    {
        string[] command = [.. folder.Prefix, "touch", file];
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true })!;
            await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
