namespace MentorCloud.GrainStorage.Tests.Sqlite;

public sealed class SqliteBackupTests
{
    [Fact]
    public async Task Backup_under_load_is_consistent_and_restores()
    {
        await using var subject = new SqliteStoreUnderTest();
        using var target = new TemporaryFolder();
        using var enough = new CancellationTokenSource();
        // Each writer keeps two records at the same version; a backup that tears them apart is not of one moment.
        var writers = Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            long version = 0;
            while (!enough.IsCancellationRequested)
            {
                await subject.States.WriteAsync(new("pairing", $"t/{writer}-first", "s"), version, new byte[800], default);
                version = await subject.States.WriteAsync(new("pairing", $"t/{writer}-second", "s"), version, new byte[800], default);
            }
        })).ToArray();

        var backup = target.File("copy.db");
        while ((await subject.Store.StatisticsAsync(default)).Writes < 200)
            await Task.Yield();
        await subject.Store.BackupAsync(backup, default);
        await enough.CancelAsync();
        await Task.WhenAll(writers);
        var found = await GrainBackup.RestoreAsync(backup, target.File("restored"), default);

        Assert.True(found.IsSound, string.Join("; ", found.Problems));
        using var restored = new GrainStorage.Sqlite.SqliteGrainStore(target.File("restored"));
        for (var writer = 0; writer < 8; writer++)
        {
            var first = (await restored.ReadAsync(new("pairing", $"t/{writer}-first", "s"), default))?.Version ?? 0;
            var second = (await restored.ReadAsync(new("pairing", $"t/{writer}-second", "s"), default))?.Version ?? 0;
            Assert.InRange(first - second, 0, 1);
        }
    }

    [Fact]
    public async Task Damaged_backup_is_not_restored()
    {
        await using var subject = new SqliteStoreUnderTest();
        using var target = new TemporaryFolder();
        await subject.States.WriteAsync(new("pairing", "t/1", "s"), 0, Enumerable.Repeat((byte)'m', 900).ToArray(), default);
        var backup = target.File("copy.db");
        await subject.Store.BackupAsync(backup, default);
        var bytes = await File.ReadAllBytesAsync(backup);
        bytes[bytes.AsSpan().IndexOf("mmmmmmmm"u8) + 50] ^= 1;
        await File.WriteAllBytesAsync(backup, bytes);

        var found = await GrainBackup.RestoreAsync(backup, target.File("restored"), default);

        Assert.False(found.IsSound);
        Assert.False(File.Exists(Path.Combine(target.File("restored"), "grains.db")));
    }

    [Fact]
    public async Task Restore_over_a_store_is_refused()
    {
        await using var subject = new SqliteStoreUnderTest();
        using var target = new TemporaryFolder();
        await subject.Store.BackupAsync(target.File("copy.db"), default);
        await GrainBackup.RestoreAsync(target.File("copy.db"), target.File("restored"), default);

        await Assert.ThrowsAsync<IOException>(() => GrainBackup.RestoreAsync(target.File("copy.db"), target.File("restored"), default));
    }
}
