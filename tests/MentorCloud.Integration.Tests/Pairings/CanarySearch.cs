using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>Looks for a text, byte by byte, in whatever an installation writes.</summary>
internal static class CanarySearch
{
    /// <summary>Facts, views, audit log, accounts and grain states are in these files and their write-ahead logs.</summary>
    public static async Task InFolderAsync(string folder, string canary)
    {
        var copy = Directory.CreateTempSubdirectory("mentorcloud-canary-");
        try
        {
            await CopyAsync(folder, copy.FullName);
            await InCopyAsync(copy.FullName, canary);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    /// <summary>
    /// By a process of its own: whoever closes a database's file, however it was opened, gives up all locks of its process on it
    /// (POSIX), and a server in this process would lose those of SQLite.
    /// </summary>
    private static async Task CopyAsync(string folder, string copy)
    {
        using var process = Process.Start("cp", ["-R", folder + "/.", copy]);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    private static async Task InCopyAsync(string folder, string canary)
    {
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).ToList();
        Assert.Contains(files, file => file.EndsWith("grains.db", StringComparison.Ordinal));
        Assert.Contains(files, file => file.EndsWith("views.db", StringComparison.Ordinal));
        foreach (var file in files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Assert.False(await HoldsAsync(stream, canary), $"{Path.GetFileName(file)} holds it.");
        }
    }

    /// <summary>Takes a backup while the server runs, searches it, and gives a folder that was restored from it.</summary>
    public static async Task<DataFolder> InBackupAsync(ClockedServer server, string canary)
    {
        var backup = Path.Combine(server.Folder.Root, $"backup-{Guid.NewGuid():N}");
        var written = await server.Folder.RunAsync("backup", "--to", backup);
        Assert.True(written.ExitCode == 0, written.Error);
        await InFolderAsync(backup, canary);

        var restored = new DataFolder();
        File.Copy(Path.Combine(server.Folder.Root, "master.key"), Path.Combine(restored.Root, "master.key"));
        var restore = await restored.RunAsync("restore", "--from", backup);
        Assert.True(restore.ExitCode == 0, restore.Error);
        return restored;
    }

    /// <summary>Exports a tenant from a folder that no server holds, and searches the archive's entries.</summary>
    public static async Task InExportAsync(DataFolder folder, string tenant, string canary)
    {
        var archive = Path.Combine(folder.Root, "tenant.zip");
        var exported = await folder.RunAsync("export", "--tenant", tenant, "--to", archive, "--transfer-key", Path.Combine(folder.Root, "transfer.key"));
        Assert.True(exported.ExitCode == 0, exported.Error);
        await using var zip = await ZipFile.OpenReadAsync(archive);
        Assert.NotEmpty(zip.Entries);
        foreach (var entry in zip.Entries)
        {
            await using var stream = await entry.OpenAsync();
            Assert.False(await HoldsAsync(stream, canary), $"{entry.FullName} of the export holds it.");
        }
    }

    private static async Task<bool> HoldsAsync(Stream stream, string canary)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        byte[][] forms = [Encoding.UTF8.GetBytes(canary), Encoding.Unicode.GetBytes(canary)];
        return forms.Any(form => copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(form) >= 0);
    }
}
