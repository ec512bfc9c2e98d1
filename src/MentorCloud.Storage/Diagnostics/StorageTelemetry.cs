using System.Diagnostics;
using System.Diagnostics.Metrics;
using MentorCloud.Storage.Hosting;

namespace MentorCloud.Storage.Diagnostics;

/// <summary>What operators see of views, facts and audit log. Tenants, keys and values stay out of it.</summary>
internal static class StorageTelemetry
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "MentorCloud.Storage";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Writes = Meter.CreateCounter<long>(
        "mentorcloud.views.writes", "{write}", "Publications, audit entries and key changes made durable.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "mentorcloud.views.commit_duration", "s", "From the begin of a transaction to its commit on disk.",
        advice: new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5] });

    private static readonly Histogram<long> Group = Meter.CreateHistogram<long>(
        "mentorcloud.views.group_size", "{write}", "Writes in one transaction.",
        advice: new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] });

    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>(
        "mentorcloud.views.lag", "s", "From a grain's decision to its row in the views.",
        advice: new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600] });

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "mentorcloud.views.publication_failures", "{publication}", "Publications that failed; a reminder of the grain tries again within a minute.");

    private static readonly Waiting Publications = new();

    private static readonly ObservableGauge<long> WaitingCount = Meter.CreateObservableGauge<long>(
        "mentorcloud.views.waiting_publications", () => Publications.Count, "{publication}", "Publications handed over and not yet durable.");

    private static readonly ObservableGauge<double> WaitingAge = Meter.CreateObservableGauge(
        "mentorcloud.views.oldest_publication_age", Publications.OldestAge, "s", "How long the oldest of them waits; 0 when none does.");

    /// <summary>Whether somebody traces; writes then get spans of their own.</summary>
    public static bool Traces => Source.HasListeners();

    public static void Committed(int writes, TimeSpan elapsed)
    {
        Writes.Add(writes);
        Group.Record(writes);
        Duration.Record(elapsed.TotalSeconds);
    }

    /// <summary>Watches a publication until it is durable or failed.</summary>
    public static async Task WatchAsync(Task publication, TimeSpan ageNow)
    {
        var began = Stopwatch.GetTimestamp();
        using var waiting = Publications.Add(began);
        try
        {
            await publication;
            Lag.Record((ageNow + Stopwatch.GetElapsedTime(began)).TotalSeconds);
        }
        catch
        {
            Failures.Add(1);
            throw;
        }
    }

    public static Activity? Start(string name, StorageProvider database)
    {
        var activity = Source.StartActivity(name);
        activity?.SetTag("db.system.name", database == StorageProvider.Sqlite ? "sqlite" : "postgresql");
        return activity;
    }

    /// <summary>The publications in flight, oldest first.</summary>
    private sealed class Waiting
    {
        private readonly LinkedList<long> _began = new();

        public long Count
        {
            get
            {
                lock (_began) return _began.Count;
            }
        }

        public double OldestAge()
        {
            lock (_began) return _began.First is { } oldest ? Stopwatch.GetElapsedTime(oldest.Value).TotalSeconds : 0;
        }

        public IDisposable Add(long began)
        {
            lock (_began) return new Place(this, _began.AddLast(began));
        }

        private void Remove(LinkedListNode<long> node)
        {
            lock (_began) _began.Remove(node);
        }

        private sealed class Place(Waiting waiting, LinkedListNode<long> node) : IDisposable
        {
            public void Dispose() => waiting.Remove(node);
        }
    }
}
