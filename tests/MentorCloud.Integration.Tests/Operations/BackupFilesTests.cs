using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Operations;

/// <summary>Backups that were altered, and folders that backup and restore must not touch.</summary>
[Collection(PreparedFolderCollection.Name)]
public sealed class BackupFilesTests(PreparedFolder prepared)
{
    [Fact]
    public async Task Restore_of_altered_backup_names_the_file_and_writes_nothing()
    {
        using var folder = new DataFolder();
        var backup = await BackupAsync(folder);
        foreach (var name in new[] { "grains.db", "views.db", "accounts.db", "manifest.json" })
        {
            var before = await File.ReadAllBytesAsync(Path.Combine(backup, name));
            Damage.Byte(Path.Combine(backup, name), 0.6);

            var restore = await folder.RunAsync("restore", "--from", backup);

            Assert.True(restore.ExitCode == 5, restore.Error);
            Assert.Contains(name, Assert.Single(restore.Complaints), StringComparison.Ordinal);
            Assert.False(Directory.Exists(folder.Data));
            await File.WriteAllBytesAsync(Path.Combine(backup, name), before);
        }

        File.Delete(Path.Combine(backup, "views.db"));
        Assert.Contains("views.db is missing", Assert.Single((await folder.RunAsync("restore", "--from", backup)).Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_and_restore_into_folders_that_exist_close_them_to_others()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var folder = new DataFolder();
        var backup = Path.Combine(folder.Root, "open");
        foreach (var open in new[] { backup, folder.Data })
        {
            Directory.CreateDirectory(open);
            File.SetUnixFileMode(open, OwnersFile | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        var made = await prepared.Folder.RunAsync("backup", "--to", backup);
        var restored = await folder.RunAsync("restore", "--from", backup);

        Assert.True((made.ExitCode, restored.ExitCode) == (0, 0), made.Error + restored.Error);
        Assert.All([backup, folder.Data], each => Assert.Equal(OwnersFile | UnixFileMode.UserExecute, new FileInfo(each).UnixFileMode));
        Assert.All(
            Directory.EnumerateFiles(backup).Concat(Directory.EnumerateFiles(folder.Data)),
            file => Assert.Equal(OwnersFile, new FileInfo(file).UnixFileMode));
    }

    [Fact]
    public async Task Restore_without_manifest_or_into_a_full_folder_is_refused()
    {
        using var folder = new DataFolder();
        var backup = await BackupAsync(folder);

        var full = await HostProgram.RunAsync(folder, "restore", "--from", backup, "--data", prepared.Folder.Data);
        File.Delete(Path.Combine(backup, "manifest.json"));
        var incomplete = await folder.RunAsync("restore", "--from", backup);

        Assert.Equal(4, full.ExitCode);
        Assert.Contains("not empty", Assert.Single(full.Complaints), StringComparison.Ordinal);
        Assert.Equal(9, incomplete.ExitCode);
        Assert.Contains("manifest.json", Assert.Single(incomplete.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_into_a_full_folder_into_the_data_folder_or_of_no_data_folder_is_refused()
    {
        using var folder = new DataFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Root, "something"), "here");

        var full = await prepared.Folder.RunAsync("backup", "--to", folder.Root);
        var inside = await prepared.Folder.RunAsync("backup", "--to", Path.Combine(prepared.Folder.Data, "backup"));
        var none = await folder.RunAsync("backup", "--to", Path.Combine(folder.Root, "backup"));

        Assert.Equal((4, 2, 4), (full.ExitCode, inside.ExitCode, none.ExitCode));
        Assert.False(Directory.Exists(Path.Combine(prepared.Folder.Data, "backup")));
    }

    private async Task<string> BackupAsync(DataFolder folder)
    {
        var backup = Path.Combine(folder.Root, "backup");
        var made = await prepared.Folder.RunAsync("backup", "--json", "--to", backup);
        Assert.Equal(3, made.Json().GetProperty("files").GetArrayLength());
        return backup;
    }
}
