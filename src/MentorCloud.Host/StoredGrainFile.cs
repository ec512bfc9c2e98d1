using MentorCloud.App.Hosting;
using MentorCloud.App.Stats;
using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage;

namespace MentorCloud.Host;

/// <summary>The embedded store's file, for commands.</summary>
internal sealed class StoredGrainFile : IGrainFile
{
    public string Name => GrainStoreFile.Name;

    public IGrainReading At(string file) => new GrainReading(
        stop => GrainBackup.Verify(file, stop),
        now => GrainStoreFile.Figures(file, now),
        (prefix, stop) => GrainStoreFile.States(file, prefix, stop));

    /// <summary>The grains of a PostgreSQL database.</summary>
    public static IGrainReading Of(string connectionString) => new GrainReading(
        stop => PostgresGrainDatabase.Verify(connectionString, stop),
        now => PostgresGrainDatabase.Figures(connectionString, now),
        (prefix, stop) => PostgresGrainDatabase.States(connectionString, prefix, stop));

    private sealed class GrainReading(
        Func<CancellationToken, GrainStoreVerification> verify,
        Func<DateTimeOffset, GrainStoreFigures> figures,
        Func<string, CancellationToken, IEnumerable<GrainStateEntry>> states) : IGrainReading
    {
        public IReadOnlyList<string> Verify(CancellationToken cancellationToken) => verify(cancellationToken).Problems;

        public GrainFigures Figures(DateTimeOffset now)
        {
            var found = figures(now);
            return new GrainFigures(
                [.. found.Kinds.Select(kind => new GrainKind(kind.GrainType, kind.States, kind.Bytes, kind.Largest))],
                found.Reminders, found.Overdue, found.NextDue, found.Schema, found.Bytes);
        }

        public IEnumerable<(string GrainType, string Key, ReadOnlyMemory<byte> Record)> Records(string keyPrefix, CancellationToken cancellationToken) =>
            states(keyPrefix, cancellationToken).Select(entry => (entry.Key.GrainType, entry.Key.Key, entry.State.Payload));
    }
}
