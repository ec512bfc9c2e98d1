using System.Text;
using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Migrations;
using MentorCloud.GrainStorage.Sqlite;

namespace MentorCloud.GrainStorage.Tests.Sqlite;

public sealed class SqliteFolderTests
{
    [Fact]
    public void Second_store_on_a_folder_is_refused_and_told_who_holds_it()
    {
        using var folder = new TemporaryFolder();
        using var first = new SqliteGrainStore(folder.Path);

        var error = Assert.Throws<GrainRuntimeException>(() => new SqliteGrainStore(folder.Path));

        Assert.Equal(GrainErrorCodes.StorageLocked, error.Code);
        Assert.Contains($"process {Environment.ProcessId}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Disk_that_is_full_is_told_as_such_and_leaves_no_lock_behind()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("NOT RUN: /dev/full is Linux's.");
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.File("grains.lock.holder"), "/dev/full");

        var error = Assert.Throws<StorageUnavailableException>(() => new SqliteGrainStore(folder.Path));

        Assert.Contains(folder.Path, error.Message, StringComparison.Ordinal);
        Assert.Contains("space", error.Message, StringComparison.Ordinal);
        File.Delete(folder.File("grains.lock.holder"));
        new SqliteGrainStore(folder.Path).Dispose();
    }

    [Fact]
    public void Backup_that_cannot_be_read_is_named_and_not_kept_open()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("grains.db");
        using (var connection = SqliteConnection.Open(file, readOnly: false))
            connection.Execute($"PRAGMA application_id = {GrainMigrations.ApplicationId}; CREATE TABLE states (other)");

        var found = GrainBackup.Verify(file, default);

        Assert.Contains(file, Assert.Single(found.Problems), StringComparison.Ordinal);
        if (OperatingSystem.IsLinux())
            Assert.DoesNotContain(file, new DirectoryInfo("/proc/self/fd").EnumerateFileSystemInfos().Select(open => open.LinkTarget));
    }

    [Fact]
    public void Store_of_a_newer_schema_is_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        new SqliteGrainStore(folder.Path).Dispose();
        using (var connection = SqliteConnection.Open(folder.File("grains.db"), readOnly: false))
            connection.Execute("PRAGMA user_version = 99");

        var error = Assert.Throws<GrainRuntimeException>(() => new SqliteGrainStore(folder.Path));

        Assert.Equal(GrainErrorCodes.StorageNewer, error.Code);
        Assert.Contains("schema 99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_is_no_database_is_refused_and_left_alone()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("grains.db"), new string('x', 10_000));

        Assert.Throws<StorageCorruptException>(() => new SqliteGrainStore(folder.Path));
        Assert.Equal(new string('x', 10_000), File.ReadAllText(folder.File("grains.db")));
    }

    [Fact]
    public void Database_of_another_program_is_refused()
    {
        using var folder = new TemporaryFolder();
        using (var connection = SqliteConnection.Open(folder.File("grains.db"), readOnly: false))
            connection.Execute("CREATE TABLE other (x)");

        var error = Assert.Throws<GrainRuntimeException>(() => new SqliteGrainStore(folder.Path));

        Assert.Contains("no grain store", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_below_a_file_is_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("taken"), string.Empty);

        Assert.Throws<StorageUnavailableException>(() => new SqliteGrainStore(folder.File("taken")));
    }

    [Fact]
    public async Task Altered_byte_is_refused_by_name_and_others_keep_working()
    {
        await using var subject = new SqliteStoreUnderTest();
        var marked = Encoding.UTF8.GetBytes(new string('m', 500));
        await subject.States.WriteAsync(new("pairing", "t/broken", "s"), 0, marked, default);
        await subject.States.WriteAsync(new("pairing", "t/whole", "s"), 0, new byte[500], default);
        subject.Store.Dispose();
        AlterOneByte(Path.Combine(subject.Folder, "grains.db"), marked);
        await subject.ReopenAsync();

        var error = await Assert.ThrowsAsync<StorageCorruptException>(async () => await subject.States.ReadAsync(new("pairing", "t/broken", "s"), default));

        Assert.Contains("pairing/t/broken#s", error.Message, StringComparison.Ordinal);
        Assert.NotNull(await subject.States.ReadAsync(new("pairing", "t/whole", "s"), default));
        var found = await subject.Store.VerifyAsync(default);
        Assert.Contains("pairing/t/broken#s", Assert.Single(found.Problems), StringComparison.Ordinal);
        Assert.Equal(2, found.Records);
    }

    [Fact]
    public async Task Truncated_file_is_refused_and_never_read_as_empty()
    {
        await using var subject = new SqliteStoreUnderTest();
        for (var i = 0; i < 200; i++)
            await subject.States.WriteAsync(new("pairing", $"t/{i:D3}", "s"), 0, new byte[1000], default);
        subject.Store.Dispose();
        var path = Path.Combine(subject.Folder, "grains.db");
        using (var file = new FileStream(path, FileMode.Open))
            file.SetLength(file.Length / 2);

        var refused = 0;
        SqliteGrainStore? store = null;
        try
        {
            store = new SqliteGrainStore(subject.Folder);
            for (var i = 0; i < 200; i++)
            {
                try
                {
                    Assert.NotNull(await store.ReadAsync(new("pairing", $"t/{i:D3}", "s"), default));
                }
                catch (StorageCorruptException)
                {
                    refused++;
                }
            }
        }
        catch (StorageCorruptException)
        {
            refused = 200;
        }

        Assert.True(refused > 0);
        store?.Dispose();
        File.Delete(path);
        await subject.ReopenAsync();
    }

    private static void AlterOneByte(string path, byte[] marked)
    {
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().IndexOf(marked.AsSpan(0, 400));
        Assert.True(at > 0);
        bytes[at + 100] ^= 1;
        File.WriteAllBytes(path, bytes);
    }
}
