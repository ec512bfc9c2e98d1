using MentorCloud.GrainStorage.Archive;
using MentorCloud.GrainStorage.Sqlite;

namespace MentorCloud.GrainStorage.Tests.Archive;

/// <summary>Writes every grain of a data folder to a file; <c>tests/MentorCloud.Grains.Tests/StoredStates</c> keeps one for each release.</summary>
internal static class ArchiveCommand
{
    public static async Task<int> RunAsync(string folder, string file)
    {
        using var store = new SqliteGrainStore(folder);
        await using var target = File.Create(file);
        var lines = await new GrainArchive(store, store, store).ExportAsync(string.Empty, target, CancellationToken.None);
        Console.WriteLine($"{lines} records");
        return 0;
    }
}
