using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MentorCloud.GrainRuntime;

/// <summary>The runtime of one process: all kinds of grains, and what they share.</summary>
internal sealed partial class GrainHost : IHostedService, IGrainFactory, IGrainRest, IDisposable
{
    private readonly GrainRegistry _registry = new();
    private readonly Dictionary<string, GrainKind> _kindsByName = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ReminderScheduler? _reminders;
    private volatile HostState _state;

    public GrainHost(
        IServiceProvider services,
        IOptions<GrainRuntimeOptions> options,
        IEnumerable<IIncomingGrainCallFilter> filters,
        ILogger<GrainHost> log,
        TimeProvider? time = null)
    {
        Services = services;
        Options = options.Value;
        Time = time ?? TimeProvider.System;
        Log = log;
        Filters = [.. filters];
        ResponseTimeout = ToTimestamp(Options.ResponseTimeout);
        SlowTurn = ToTimestamp(Options.SlowTurnWarning);
        Deadlines = new DeadlineWheel(Time);
        Collector = new ActivationCollector(Time, Options.CollectionInterval);
        Metrics = new GrainMetrics(this);
        ReadManifests();
        _reminders = Options.RingReminders ? (ReminderScheduler?)services.GetService(typeof(ReminderScheduler)) : null;
    }

    private enum HostState
    {
        Created,
        Running,
        Stopping,
        Stopped,
    }

    public IServiceProvider Services { get; }

    public GrainRuntimeOptions Options { get; }

    public TimeProvider Time { get; }

    public ILogger Log { get; }

    public IIncomingGrainCallFilter[] Filters { get; }

    public DeadlineWheel Deadlines { get; }

    public ActivationCollector Collector { get; }

    public GrainMetrics Metrics { get; }

    /// <summary>How long callers wait, in timestamp units.</summary>
    public long ResponseTimeout { get; }

    /// <summary>What makes a turn slow, in timestamp units.</summary>
    public long SlowTurn { get; }

    /// <summary>Cancelled when the host gives up waiting for grains to end.</summary>
    public CancellationToken Stopping => _stopping.Token;

    public IEnumerable<GrainKind> Kinds => _kindsByName.Values;

    public void ThrowIfNotAccepting()
    {
        if (_state != HostState.Running)
            throw new GrainRuntimeException(GrainErrorCodes.NotRunning, "The grain runtime is stopping or has not started; send the call to a running host.");
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Collector.Start();
        _state = HostState.Running;
        if (_reminders is not null)
            await _reminders.StartAsync(this, cancellationToken);
    }

    /// <summary>Takes no more calls from outside, lets turns in flight finish, ends every grain, and gives up at the limit.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_state != HostState.Running)
            return;
        _state = HostState.Stopping;
        if (_reminders is not null)
            await _reminders.StopAsync();
        using var limit = new CancellationTokenSource(Options.StopTimeout, Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await EndAllAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            Log.LogWarning("Stopped with {Count} grains still busy; what they had acknowledged is durable.", _kindsByName.Values.Sum(kind => kind.Count));
        }

        await _stopping.CancelAsync();
        _state = HostState.Stopped;
    }

    /// <summary>
    /// Completes when no turn runs or waits to start and no reminder is under way. For simulations on a manual clock,
    /// which must not move on before what the last step started has come to rest.
    /// </summary>
    public async Task RestAsync()
    {
        do
        {
            await RemindersRestAsync();
            await Task.Yield();
        }
        while (Kinds.Any(kind => kind.Live.Any(activation => activation.IsBusy)) || _reminders is { IsBusy: true });
    }

    /// <summary>Completes when no reminder is under way; cheaper than <see cref="RestAsync"/> with many live grains.</summary>
    public Task RemindersRestAsync() => _reminders?.RestAsync() ?? Task.CompletedTask;

    async Task IGrainRest.RestAsync(CancellationToken cancellationToken)
    {
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            await RemindersRestAsync().WaitAsync(cancellationToken);
            if (Deadlines.Count > 0)
                await Task.Yield();
        }
        while (Deadlines.Count > 0 || _reminders is { IsBusy: true });
    }

    public void Dispose()
    {
        _state = HostState.Stopped;
        Collector.Dispose();
        Deadlines.Dispose();
        Metrics.Dispose();
        _stopping.Dispose();
    }

    private async Task EndAllAsync(CancellationToken cancellationToken)
    {
        // Turns in flight may wake further grains, so go round until none is left.
        while (true)
        {
            var live = _kindsByName.Values.SelectMany(kind => kind.Live).ToList();
            if (live.Count == 0)
                return;
            var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The host is stopping.");
            foreach (var activation in live)
                activation.Deactivate(reason, cancellationToken);
            foreach (var activation in live)
                await activation.Deactivated.WaitAsync(cancellationToken);
        }
    }

    private long ToTimestamp(TimeSpan span) =>
        (long)Math.Min(long.MaxValue / 4, span.TotalSeconds * Time.TimestampFrequency);
}
