using System.Text;
using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Archive;
using MentorCloud.GrainStorage.Tests.Sqlite;

namespace MentorCloud.GrainStorage.Tests.Archive;

public sealed class GrainArchiveTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Tenant_moves_whole_and_no_other_tenant_with_it()
    {
        await using var from = await FilledAsync();
        await using var to = new SqliteStoreUnderTest();
        using var archive = await ExportAsync(from);

        Assert.Equal(301, await Of(to).ImportAsync(archive, default));

        var moved = new List<string>();
        await foreach (var entry in to.Catalog.EnumerateAsync("pairing", "s", string.Empty, default))
            moved.Add(entry.Key.Key + "=" + Encoding.UTF8.GetString(entry.State.Payload.Span));
        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"tenant-a/{i:D3}=state {i}"), moved);
        var reminder = Assert.Single(await to.Reminders.ListAsync("pairing", "tenant-a/007", default));
        Assert.Equal((Noon, TimeSpan.FromDays(7)), (reminder.NextDue, reminder.Period));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public async Task Altered_archive_is_refused_and_nothing_is_written(double where)
    {
        await using var from = await FilledAsync();
        await using var to = new SqliteStoreUnderTest();
        using var archive = await ExportAsync(from);
        var bytes = archive.ToArray();
        var at = (int)(bytes.Length * where);
        bytes[at] = (byte)(bytes[at] == 'A' ? 'B' : 'A');

        await Assert.ThrowsAsync<InvalidDataException>(() => Of(to).ImportAsync(new MemoryStream(bytes), default));

        Assert.Empty(await to.Catalog.ListKindsAsync(default));
    }

    [Fact]
    public async Task Truncated_archive_is_refused()
    {
        await using var from = await FilledAsync();
        using var archive = await ExportAsync(from);
        var half = archive.ToArray().AsSpan();
        var whole = half[..(half[..(half.Length / 2)].LastIndexOf((byte)'\n') + 1)].ToArray();
        await using var to = new SqliteStoreUnderTest();

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Of(to).ImportAsync(new MemoryStream(whole), default));

        Assert.Contains("tail", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_repeated_changes_nothing()
    {
        await using var from = await FilledAsync();
        using var archive = await ExportAsync(from);

        Assert.Equal(301, await Of(from).ImportAsync(archive, default));

        Assert.Equal(1, (await from.States.ReadAsync(new("pairing", "tenant-a/007", "s"), default))!.Value.Version);
    }

    [Fact]
    public async Task Import_over_another_state_is_refused_by_name()
    {
        await using var from = await FilledAsync();
        using var archive = await ExportAsync(from);
        await from.States.WriteAsync(new("pairing", "tenant-a/007", "s"), 1, new byte[] { 1 }, default);

        var error = await Assert.ThrowsAsync<InconsistentStateException>(() => Of(from).ImportAsync(archive, default));

        Assert.Contains("tenant-a/007", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tenant-b/")]
    [InlineData("tenant-a/0/")]
    public async Task Archive_of_another_prefix_than_expected_is_refused(string expected)
    {
        await using var from = await FilledAsync();
        using var archive = await ExportAsync(from);

        await Assert.ThrowsAsync<InvalidDataException>(() => GrainArchive.VerifyAsync(archive, expected, default));
    }

    [Fact]
    public async Task Archive_with_a_key_of_another_tenant_is_refused_although_its_checksum_fits()
    {
        var head = """{"format":"mentorcloud-grains","version":1,"prefix":"tenant-a/"}""" + "\n";
        var foreign = """{"type":"pairing","key":"tenant-b/1","state":"s","payload":"AA=="}""" + "\n";
        var sum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(head + foreign)));
        using var archive = new MemoryStream(Encoding.UTF8.GetBytes(head + foreign + $$"""{"lines":1,"sha256":"{{sum}}"}""" + "\n"));

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => GrainArchive.VerifyAsync(archive, keyPrefix: null, default));

        Assert.Contains("tenant-b/1", error.Message, StringComparison.Ordinal);
    }

    private static GrainArchive Of(SqliteStoreUnderTest store) => new(store.States, store.Catalog, store.Reminders);

    private static async Task<MemoryStream> ExportAsync(SqliteStoreUnderTest from)
    {
        var archive = new MemoryStream();
        await Of(from).ExportAsync("tenant-a/", archive, default);
        archive.Position = 0;
        return archive;
    }

    private static async Task<SqliteStoreUnderTest> FilledAsync()
    {
        var store = new SqliteStoreUnderTest();
        for (var i = 0; i < 300; i++)
            await store.States.WriteAsync(new("pairing", $"tenant-a/{i:D3}", "s"), 0, Encoding.UTF8.GetBytes($"state {i}"), default);
        await store.States.WriteAsync(new("pairing", "tenant-b/1", "s"), 0, new byte[10], default);
        await store.Reminders.UpsertAsync(new("pairing", "tenant-a/007", "r", Noon, TimeSpan.FromDays(7), Noon, 0), default);
        await store.Reminders.UpsertAsync(new("pairing", "tenant-b/1", "r", Noon, TimeSpan.FromDays(7), Noon, 0), default);
        return store;
    }
}
