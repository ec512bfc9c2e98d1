using System.Text;
using MentorCloud.App.Transfer;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Tests.Transfer;

/// <summary>Archives that released versions wrote, kept for ever beside this test; every later version must load them.</summary>
public sealed class StoredArchiveTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Transfer", "StoredArchives");

    public static TheoryData<string> Released() => [.. Directory.GetFiles(Folder, "*.jsonl").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Released))]
    public async Task Archive_of_a_released_version_loads(string file)
    {
        var store = new KeptGrains();
        using var archive = new MemoryStream(await File.ReadAllBytesAsync(Path.Combine(Folder, file)));

        await GrainArchive.VerifyAsync(archive, "tenant-a/", default);
        archive.Position = 0;
        Assert.Equal(2, await GrainArchive.ImportRecordsAsync(store, default(TenantId), archive, default));
        archive.Position = 0;
        Assert.Equal(1, await GrainArchive.ImportRemindersAsync(store, default(TenantId), archive, default));

        Assert.Equal("{\"version\":4,\"state\":{\"stage\":\"active\"}}", Encoding.UTF8.GetString(store.Records["tenant-a/1"].Payload.Span));
        Assert.Equal(TimeSpan.FromDays(7), Assert.Single(store.Reminders).Value.Period);
    }
}
