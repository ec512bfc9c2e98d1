using MentorCloud.App.Hosting;
using MentorCloud.App.Stats;
using MentorCloud.GrainStorage;

namespace MentorCloud.Host;

/// <summary>The embedded store's file, for commands.</summary>
internal sealed class StoredGrainFile : IGrainFile
{
    public string Name => GrainStoreFile.Name;

    public IReadOnlyList<string> Verify(string file, CancellationToken cancellationToken) =>
        GrainBackup.Verify(file, cancellationToken).Problems;

    public GrainFigures Figures(string file, DateTimeOffset now)
    {
        var found = GrainStoreFile.Figures(file, now);
        return new GrainFigures(
            [.. found.Kinds.Select(kind => new GrainKind(kind.GrainType, kind.States, kind.Bytes, kind.Largest))],
            found.Reminders, found.Overdue, found.NextDue, found.Schema, found.Bytes);
    }

    public IEnumerable<(string GrainType, string Key, ReadOnlyMemory<byte> Record)> Records(
        string file, string keyPrefix, CancellationToken cancellationToken) =>
        GrainStoreFile.States(file, keyPrefix, cancellationToken).Select(entry => (entry.Key.GrainType, entry.Key.Key, entry.State.Payload));
}
