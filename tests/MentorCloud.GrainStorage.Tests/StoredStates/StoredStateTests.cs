using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Archive;
using MentorCloud.GrainStorage.Tests.Sqlite;

namespace MentorCloud.GrainStorage.Tests.StoredStates;

/// <summary>Archives that released versions wrote, kept for ever beside this test; each must load in every later version.</summary>
public sealed class StoredStateTests
{
    public static TheoryData<string> Released() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "StoredStates"), "*.jsonl").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Released))]
    public async Task Archive_of_a_released_version_loads(string file)
    {
        await using var store = new SqliteStoreUnderTest();
        await using var archive = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "StoredStates", file));

        var lines = await new GrainArchive(store.States, store.Catalog, store.Reminders).ImportAsync(archive, default);

        Assert.Equal(3, lines);
        var pairing = await store.States.ReadAsync(new GrainStateKey("pairing", "tenant-a/1", "envelope"), default);
        Assert.Equal("{\"version\":4,\"state\":{\"stage\":\"active\"}}"u8.ToArray(), pairing!.Value.Payload.ToArray());
        Assert.Single(await store.Reminders.ListAsync("pairing", "tenant-a/1", default));
    }
}
