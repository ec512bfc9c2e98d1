using System.Diagnostics.Metrics;

namespace MentorCloud.GrainRuntime;

/// <summary>What operators measure. Calls are read from counters of their own, so that measuring costs them next to nothing.</summary>
internal sealed class GrainMetrics : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "MentorCloud.GrainRuntime";

    private readonly Meter _meter = new(MeterName);
    private long _activated;
    private long _deactivated;

    public GrainMetrics(GrainHost host)
    {
        SlowTurns = _meter.CreateCounter<long>("mentorcloud.grains.slow_turns", "{turn}", "Turns longer than the warning threshold.");
        Overloads = _meter.CreateCounter<long>("mentorcloud.grains.overloads", "{call}", "Calls refused because too many waited.");
        ReminderTicks = _meter.CreateCounter<long>("mentorcloud.grains.reminder_ticks", "{tick}", "Reminder ticks delivered.");
        ReminderFailures = _meter.CreateCounter<long>("mentorcloud.grains.reminder_failures", "{tick}", "Reminder ticks that failed and will come again.");
        ReminderLateness = _meter.CreateHistogram<double>("mentorcloud.grains.reminder_lateness", "s", "From due to delivery.");
        _meter.CreateObservableCounter("mentorcloud.grains.turns", () => Each(counters => counters.Count), "{turn}", "Turns ended, by method.");
        _meter.CreateObservableCounter("mentorcloud.grains.turn_failures", () => Each(counters => counters.Failures), "{turn}", "Turns that threw, by method.");
        _meter.CreateObservableCounter("mentorcloud.grains.turn_time", () => Each(counters => host.Time.GetElapsedTime(0, counters.Elapsed).TotalSeconds), "s", "Time in turns, waiting included, by method.");
        _meter.CreateObservableCounter("mentorcloud.grains.activations", () => Volatile.Read(ref _activated), "{activation}", "Grains woken.");
        _meter.CreateObservableCounter("mentorcloud.grains.deactivations", () => Volatile.Read(ref _deactivated), "{activation}", "Grains ended.");
        _meter.CreateObservableGauge("mentorcloud.grains.active", () => LiveByKind(host), "{activation}", "Live grains, by type.");
        _meter.CreateObservableGauge("mentorcloud.grains.waiting_calls", () => host.Deadlines.Count, "{call}", "Calls that wait for an answer.");
    }

    public Counter<long> SlowTurns { get; }

    public Counter<long> Overloads { get; }

    public Counter<long> ReminderTicks { get; }

    public Counter<long> ReminderFailures { get; }

    public Histogram<double> ReminderLateness { get; }

    public long ActivationsStarted => Volatile.Read(ref _activated);

    public void Activated() => Interlocked.Increment(ref _activated);

    public void Deactivated() => Interlocked.Increment(ref _deactivated);

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<T>> Each<T>(Func<TurnCounters, T> read) where T : struct =>
        TurnCounters.Registered.Where(counters => counters.Count > 0)
            .Select(counters => new Measurement<T>(read(counters), new KeyValuePair<string, object?>("method", counters.Name)));

    private static IEnumerable<Measurement<long>> LiveByKind(GrainHost host) =>
        host.Kinds.Select(kind => new Measurement<long>(kind.Count, new KeyValuePair<string, object?>("grain_type", kind.Name)));
}
