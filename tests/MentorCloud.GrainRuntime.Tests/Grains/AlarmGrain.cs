namespace MentorCloud.GrainRuntime.Tests.Grains;

/// <summary>Marks every tick with its name and moment. A name that starts with "chain" sets itself anew, a day on.</summary>
internal sealed class AlarmGrain(Gate gate, TimeProvider time) : Grain, IAlarmGrain, IRemindable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private IGrainTimer? _timer;
    private int _failures;

    public Task Set(string name, TimeSpan due, TimeSpan period) => this.RegisterOrUpdateReminder(name, due, period);

    public async Task Unset(string name)
    {
        if (await this.GetReminder(name) is { } reminder)
            await this.UnregisterReminder(reminder);
    }

    public async Task<IReadOnlyList<string>> Names() =>
        [.. (await this.GetReminders()).Select(reminder => reminder.ReminderName)];

    public Task StartTimer(TimeSpan due, TimeSpan period)
    {
        _timer = this.RegisterGrainTimer(_ => { gate.Mark("timer " + Stamp()); return Task.CompletedTask; }, due, period);
        return Task.CompletedTask;
    }

    public Task StopTimer()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task FailTicks(int count)
    {
        _failures = count;
        return Task.CompletedTask;
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (_failures-- > 0)
        {
            gate.Mark($"failed {reminderName} {Stamp()}");
            throw new InvalidOperationException("not yet");
        }

        if (reminderName.StartsWith("chain", StringComparison.Ordinal))
            await this.RegisterOrUpdateReminder(reminderName, Day, Day);
        gate.Mark($"{reminderName} {Stamp()}");
    }

    private string Stamp() => time.GetUtcNow().ToString("MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
