namespace MentorCloud.Grains.State;

/// <summary>
/// The grain's one reminder, by the arming rule (design, section 3.2): armed before a commit for the earliest of the
/// old due, the new due and, while the outbox is not empty, a minute from now; relaxed when it rings. It may ring early
/// or twice; the envelope's due time says what there is to do.
/// </summary>
internal sealed class Alarm(Func<TimeSpan, TimeSpan, Task> register, Func<Task> unregister)
{
    /// <summary>Orleans allows no shorter period, and it is also how long an outbox may wait after a crash.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    /// <summary>Further dues are armed for this far ahead; the early tick re-arms.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(30);

    private DateTimeOffset? armedFor;
    private bool rings;

    /// <summary>Sees to it that the reminder rings in time, whatever becomes of the commit.</summary>
    public async Task ArmAsync(DateTimeOffset? oldDue, DateTimeOffset? newDue, bool outbox, DateTimeOffset now)
    {
        var due = Earliest(Earliest(oldDue, newDue), outbox ? now + Retry : null);
        if (!rings && due is { } wanted && (armedFor is not { } armed || armed > wanted || armed < now))
        {
            await RegisterAsync(wanted, now);
        }
    }

    /// <summary>It rings, and rings again within a period until it is relaxed, also after a crash; so commits of its turn need not arm it.</summary>
    public void Rings() => rings = true;

    /// <summary>Sets the reminder for what is due next, now that nothing else is pending.</summary>
    public async Task RelaxAsync(DateTimeOffset? due, DateTimeOffset now)
    {
        if (due is { } wanted)
        {
            await RegisterAsync(wanted, now);
            return;
        }

        Forget();
        await unregister();
    }

    private async Task RegisterAsync(DateTimeOffset due, DateTimeOffset now)
    {
        var wait = due <= now ? TimeSpan.Zero : due - now;
        Forget();
        await register(wait < Furthest ? wait : Furthest, Retry);
        armedFor = now + (wait < Furthest ? wait : Furthest);
    }

    /// <summary>Before each write, which may fail and be there all the same: what is not known to be armed is armed by the next commit.</summary>
    private void Forget() => (armedFor, rings) = (null, false);

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other : other is null || one <= other ? one : other;
}
