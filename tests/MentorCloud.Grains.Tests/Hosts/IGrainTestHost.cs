namespace MentorCloud.Grains.Tests.Hosts;

/// <summary>
/// The product's grains on the grain host of the edition that is tested, behind the policy filter, on a manual clock,
/// with states and reminders in memory. Tests that use nothing else run on every host.
/// </summary>
public interface IGrainTestHost : IAsyncDisposable
{
    /// <summary>Makes references to grains. Take it anew after <see cref="SleepAllAsync"/>.</summary>
    IGrainFactory Grains { get; }

    /// <summary>The instant, UTC, that grains and reminders see.</summary>
    DateTimeOffset Now { get; }

    /// <summary>What grains told, what rounds asked for, and the keys; the same before and after <see cref="SleepAllAsync"/>.</summary>
    GrainTestPorts Ports { get; }

    /// <summary>Lets time pass. Every reminder that falls due has rung at its own moment, and its turn has ended, when this returns.</summary>
    /// <param name="span">How long.</param>
    /// <returns>Completes when the time has passed.</returns>
    Task PassAsync(TimeSpan span);

    /// <summary>Sets the wall clock, back or forth, without time passing; what waits for a reminder does not notice.</summary>
    /// <param name="now">The new instant.</param>
    void SetWallClock(DateTimeOffset now);

    /// <summary>Ends every activation, so that the next call reads from the store; reminders and states stay.</summary>
    /// <returns>Completes when nothing is awake.</returns>
    Task SleepAllAsync();
}
