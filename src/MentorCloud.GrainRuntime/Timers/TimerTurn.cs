using Microsoft.Extensions.Logging;

namespace MentorCloud.GrainRuntime;

/// <summary>One callback of a grain timer.</summary>
internal sealed class TimerTurn : Turn
{
    private static readonly TurnCounters Counters = TurnCounters.Register("timer");
    private readonly GrainTimer _timer;

    public TimerTurn(GrainTimer timer, Activation target)
    {
        _timer = timer;
        Target = target;
        Deadline = long.MaxValue;
    }

    public override bool KeepsAlive => _timer.KeepsAlive;

    public override string Name => "timer";

    public override Task Run()
    {
        try
        {
            return _timer.RunAsync();
        }
#pragma warning disable CA1031 // The failure is the turn's outcome.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Task.FromException(error);
        }
    }

    public override void Count(long elapsed, bool failed) => Counters.Add(elapsed, failed);

    public override void Completed(Task outcome)
    {
        if (outcome.IsFaulted)
            Target.Kind.Host.Log.LogError(outcome.Exception, "A timer of grain type {GrainType} failed.", Target.Kind.Name);
        _timer.Rearm();
    }

    public override void Reject(Exception reason) => _timer.Dispose();

    public override void Forward() => _timer.Dispose();
}
