using MentorCloud.Domain.Pairings;

namespace MentorCloud.App.Simulation.People;

/// <summary>The steps that a pairing's people have before them, each at its time.</summary>
internal sealed class Agenda(PairVoice voice)
{
    private static readonly TimeSpan Later = TimeSpan.FromDays(7);

    private readonly PriorityQueue<Func<DateTimeOffset, Task>, DateTimeOffset> steps = new();

    /// <summary>When the next step is; null when none is.</summary>
    public DateTimeOffset? Next => steps.TryPeek(out _, out var at) ? at : null;

    /// <summary>Puts a step on it.</summary>
    public void At(DateTimeOffset at, Func<DateTimeOffset, Task> step) => steps.Enqueue(step, at);

    /// <summary>Whether a step that only an active pairing takes cannot be taken now; it comes again a week later unless the pairing has ended.</summary>
    public bool Postponed(DateTimeOffset now, Func<DateTimeOffset, Task> step)
    {
        if (voice.View.Row.Stage is PairingStage.Contracting or PairingStage.Paused)
        {
            At(now + Later, step);
        }

        return voice.View.Row.Stage != PairingStage.Active;
    }

    /// <summary>Takes the steps whose time has come, and looks at the pairing after each.</summary>
    public async Task TakeAsync(DateTimeOffset now, Domain.Access.Actor looking)
    {
        while (steps.TryPeek(out var step, out var at) && at <= now)
        {
            steps.Dequeue();
            await step(now);
            await voice.LookAsync(looking);
        }
    }
}
