using System.Diagnostics;
using System.Diagnostics.Metrics;
using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Diagnostics;

/// <summary>What operators see of the store. Keys stay out of it: they name people.</summary>
internal static class GrainStoreTelemetry
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "MentorCloud.GrainStorage";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Writes = Meter.CreateCounter<long>(
        "mentorcloud.grain_store.writes", "{write}", "Writes made durable.");

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "mentorcloud.grain_store.commit_failures", "{commit}", "Transactions that failed; every write in them was told so.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "mentorcloud.grain_store.commit_duration", "s", "From the begin of a transaction to its commit on disk.",
        advice: new() { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5] });

    private static readonly Histogram<long> Group = Meter.CreateHistogram<long>(
        "mentorcloud.grain_store.group_size", "{write}", "Writes in one transaction.",
        advice: new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] });

    /// <summary>Whether somebody traces; writes then get spans of their own.</summary>
    public static bool Traces => Source.HasListeners();

    public static void Committed(int writes, TimeSpan elapsed)
    {
        Writes.Add(writes);
        Group.Record(writes);
        Duration.Record(elapsed.TotalSeconds);
    }

    public static void Failed() => Failures.Add(1);

    /// <summary>A span around one write; null when nobody traces.</summary>
    /// <param name="key">Whose state; only its type is told.</param>
    /// <param name="system">The database, by OpenTelemetry's names.</param>
    public static Activity? StartWrite(GrainStateKey key, string system = "sqlite") => Start("grain store write", key, system);

    /// <inheritdoc cref="StartWrite"/>
    public static Activity? StartRead(GrainStateKey key, string system = "sqlite") => Start("grain store read", key, system);

    private static Activity? Start(string name, GrainStateKey key, string system)
    {
        var activity = Source.StartActivity(name);
        activity?.SetTag("db.system.name", system);
        activity?.SetTag("grain.type", key.GrainType);
        return activity;
    }
}
