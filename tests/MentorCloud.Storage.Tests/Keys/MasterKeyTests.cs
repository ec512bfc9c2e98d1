using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Failures;
using MentorCloud.Storage.Keys;
using MentorCloud.Storage.Tests.Fixtures;

namespace MentorCloud.Storage.Tests.Keys;

public sealed class MasterKeyTests : IAsyncDisposable
{
    private readonly SqliteDatabase database = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task First_start_makes_a_key_that_only_its_owner_reads()
    {
        await using var store = await database.OpenAsync();

        Assert.Equal(32, new FileInfo(database.MasterKeyFile).Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(database.MasterKeyFile));
    }

    [Fact]
    public async Task Later_start_keeps_the_key()
    {
        await SealAsync();
        var key = await File.ReadAllBytesAsync(database.MasterKeyFile, Stop);

        await using var store = await database.OpenAsync();

        Assert.Equal(key, await File.ReadAllBytesAsync(database.MasterKeyFile, Stop));
    }

    [Fact]
    public async Task Missing_key_is_made_anew_while_nothing_is_sealed()
    {
        await (await database.OpenAsync()).DisposeAsync();
        File.Delete(database.MasterKeyFile);

        await using var store = await database.OpenAsync();

        Assert.True(File.Exists(database.MasterKeyFile));
    }

    [Fact]
    public async Task Missing_key_is_refused_once_something_is_sealed()
    {
        await SealAsync();
        File.Delete(database.MasterKeyFile);

        await AssertRefusedAsync("missing");
        Assert.False(File.Exists(database.MasterKeyFile));
    }

    [Fact]
    public async Task Wrong_key_is_refused_at_start()
    {
        await SealAsync();
        var bytes = await File.ReadAllBytesAsync(database.MasterKeyFile, Stop);
        bytes[5] ^= 1;
        await File.WriteAllBytesAsync(database.MasterKeyFile, bytes, Stop);

        await AssertRefusedAsync("not the one");
    }

    [Fact]
    public async Task Key_of_another_length_is_refused()
    {
        await SealAsync();
        await File.WriteAllTextAsync(database.MasterKeyFile, "short", Stop);

        await AssertRefusedAsync("32 bytes");
    }

    [Fact]
    public async Task Key_inside_the_data_folder_is_refused()
    {
        database.MasterKeyFile = Path.Combine(database.Folder, "keys", "master.key");

        await AssertRefusedAsync("inside the data folder");
        Assert.False(File.Exists(database.MasterKeyFile));
    }

    [Fact]
    public async Task Key_whose_folder_cannot_be_made_is_refused()
    {
        var blocked = Path.Combine(database.Root, "file");
        await File.WriteAllTextAsync(blocked, "no folder", Stop);
        database.MasterKeyFile = Path.Combine(blocked, "master.key");

        await AssertRefusedAsync("cannot be made");
    }

    [Fact]
    public async Task Key_made_by_several_at_once_is_one_and_whole()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => MasterKeyFile.Make(database.MasterKeyFile), Stop)));

        Assert.Equal(32, MasterKeyFile.Read(database.MasterKeyFile).Length);
        Assert.Equal([database.MasterKeyFile], Directory.GetFiles(database.Root));
    }

    [Fact]
    public async Task Key_reached_through_a_link_into_the_data_folder_is_refused()
    {
        Directory.CreateDirectory(database.Folder);
        var link = Path.Combine(database.Root, "elsewhere");
        Directory.CreateSymbolicLink(link, database.Folder);
        database.MasterKeyFile = Path.Combine(link, "master.key");

        await AssertRefusedAsync("inside the data folder");
    }

    [Fact]
    public async Task Key_that_others_may_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT RUN: Windows has no file mode");
        await SealAsync();
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(database.MasterKeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        await AssertRefusedAsync("chmod 600");
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async Task SealAsync()
    {
        await using var store = await database.OpenAsync();
        await store.Keys.SealAsync(new(Sample.Tenant, "g", "f"), Sample.Id<ParticipantId>(1), "confided", Stop);
    }

    private async Task AssertRefusedAsync(string word)
    {
        var refused = await Assert.ThrowsAsync<MasterKeyException>(database.OpenAsync);
        Assert.Contains(word, refused.Message, StringComparison.Ordinal);
    }
}
