using Microsoft.Extensions.Logging;

namespace MentorCloud.GrainRuntime;

/// <summary>
/// Delivers reminders. Memory holds those due within the horizon, a page at a time; the others wait in the store. Due
/// times are moments in UTC that are compared anew at every wake-up, so that a clock that jumps delays or hastens
/// ticks but neither loses nor doubles them.
/// </summary>
internal sealed partial class ReminderScheduler(IReminderStore store) : IReminderRegistry, IDisposable
{
    private const int PageSize = 2048;

    /// <summary>Looked at the clock at least so often, because it may be set.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly Lock _guard = new();
    private readonly PriorityQueue<StoredReminder, DateTimeOffset> _soon = new();
    private readonly Dictionary<ReminderAddress, StoredReminder> _tracked = [];
    private readonly CancellationTokenSource _stopping = new();
    private GrainHost _host = null!;
    private ITimer? _timer;
    private StoredReminder? _cursor;
    private DateTimeOffset _loadedUntil = DateTimeOffset.MinValue;
    private int _inFlight;
    private int _settling;
    private bool _pumping;
    private bool _pumpAgain;
    private TaskCompletionSource? _idle;
    private TaskCompletionSource? _rest;

    /// <summary>Reminders in memory, for statistics and tests.</summary>
    public int Tracked
    {
        get
        {
            lock (_guard)
                return _tracked.Count;
        }
    }

    /// <summary>True while due reminders are read or delivered.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_guard)
                return _pumping || _inFlight > 0 || _settling > 0;
        }
    }

    private DateTimeOffset Now => _host.Time.GetUtcNow();

    /// <summary>Completes when no due reminder is read or delivered.</summary>
    public Task RestAsync()
    {
        lock (_guard)
        {
            return IsBusy
                ? (_rest ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task : Task.CompletedTask;
        }
    }

    public async Task StartAsync(GrainHost host, CancellationToken cancellationToken)
    {
        _host = host;
        using (ExecutionContext.SuppressFlow())
            _timer = host.Time.CreateTimer(static state => ((ReminderScheduler)state!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await PumpAsync(cancellationToken);
    }

    /// <summary>Sends no more ticks, and waits for those under way up to the host's limit.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        _timer?.Dispose();
        Task idle;
        lock (_guard)
        {
            if (_inFlight == 0 && !_pumping)
                return;
            _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            idle = _idle.Task;
        }

        try
        {
            await idle.WaitAsync(_host.Options.StopTimeout, _host.Time);
        }
        catch (TimeoutException)
        {
            _host.Log.LogWarning("Stopped while reminders were being delivered; they come again after the start.");
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _stopping.Dispose();
    }

    /// <summary>Only one pump at a time; whoever comes meanwhile has it go round again.</summary>
    private void Wake()
    {
        lock (_guard)
        {
            if (_pumping)
            {
                _pumpAgain = true;
                return;
            }
        }

        _ = PumpSafelyAsync();
    }

    private async Task PumpSafelyAsync()
    {
        try
        {
            await PumpAsync(_stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The host stops.
        }
#pragma warning disable CA1031 // The store failed; reminders go on when it is back.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _host.Log.LogError(error, "Due reminders could not be read; trying again in {Seconds} s.", RetryAfterFailure.TotalSeconds);
            Arm(RetryAfterFailure);
        }
    }

    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        lock (_guard)
        {
            if (_pumping)
            {
                _pumpAgain = true;
                return;
            }

            _pumping = true;
        }

        try
        {
            do
            {
                await LoadAsync(cancellationToken);
                SendDue();
                ArmForNext();
            }
            while (!TryEndPump());
        }
        catch
        {
            lock (_guard)
                _pumping = false;
            throw;
        }
        finally
        {
            SignalIfIdle();
        }
    }

    /// <summary>Ends the pump, unless somebody came meanwhile; in one step, so that no wish is lost between.</summary>
    private bool TryEndPump()
    {
        lock (_guard)
        {
            var again = _pumpAgain && !_stopping.IsCancellationRequested;
            _pumpAgain = false;
            _pumping = again;
            return !again;
        }
    }

    private void ArmForNext()
    {
        TimeSpan sleep;
        lock (_guard)
        {
            if (_stopping.IsCancellationRequested || _inFlight >= _host.Options.MaxConcurrentReminders)
                return; // The end of a tick wakes the pump.
            var next = _soon.TryPeek(out _, out var due) && due < _loadedUntil ? due : _loadedUntil;
            var now = Now;
            sleep = next <= now ? TimeSpan.Zero : next - now < LongestSleep ? next - now : LongestSleep;
        }

        Arm(sleep);
    }

    private void Arm(TimeSpan sleep)
    {
        try
        {
            _timer?.Change(sleep, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // Stopped meanwhile.
        }
    }
}
