using MentorCloud.App.Demo;
using MentorCloud.App.Simulation.Model;
using MentorCloud.App.Simulation.Watching;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Escalations;

namespace MentorCloud.App.Simulation.People;

/// <summary>The turns that a pairing's life takes by its pair's character: each step at its time, some by the program's side.</summary>
internal sealed class Turns
{
    private static readonly TimeSpan Later = TimeSpan.FromDays(7);

    private readonly PriorityQueue<Func<DateTimeOffset, Task>, DateTimeOffset> agenda = new();
    private readonly PairVoice voice;
    private readonly PairingModel model;
    private readonly PairingPlay pair;
    private readonly Actor program;
    private readonly Dice dice;
    private int escalations;

    public Turns(PairVoice voice, PairingModel model, DemoIds ids, PairingPlay pair, Dice dice)
    {
        (this.voice, this.model, this.pair, this.dice) = (voice, model, pair, dice);
        program = Actor.User(ids.Tenant, EntityId.Derive<AccountId>(ids.Tenant.Value, "program manager"), Role.ProgramManager);
        Func<DateTimeOffset, Task>? first = pair.Character switch
        {
            Character.Escalating => EscalateAsync,
            Character.WantsAnother => AskForAnotherAsync,
            Character.Leaving => LeaveAsync,
            Character.Promoted => PromoteAsync,
            Character.Pausing => PauseAsync,
            _ => null,
        };
        if (first is not null)
        {
            agenda.Enqueue(first, pair.PublishedAt.AddHours(dice.Between(24 * 25, 24 * 120)));
        }
    }

    /// <summary>When the next step is; null when none is.</summary>
    public DateTimeOffset? Next => agenda.TryPeek(out _, out var at) ? at : null;

    /// <summary>Who leaves the company now; null while nobody.</summary>
    public SimulatedPerson? Leaver { get; private set; }

    /// <summary>Takes the steps whose time has come.</summary>
    public async Task TakeAsync(DateTimeOffset now)
    {
        while (agenda.TryPeek(out var step, out var at) && at <= now)
        {
            agenda.Dequeue();
            await step(now);
            await voice.LookAsync(pair.AsMentee);
        }
    }

    private void Then(DateTimeOffset now, int leastHours, int mostHours, Func<DateTimeOffset, Task> step) =>
        agenda.Enqueue(step, now.AddHours(dice.Between(leastHours, mostHours)));

    private bool Postponed(DateTimeOffset now, Func<DateTimeOffset, Task> step)
    {
        if (voice.View.Row.Stage is PairingStage.Contracting or PairingStage.Paused)
        {
            agenda.Enqueue(step, now + Later);
            return true;
        }

        return voice.View.Row.Stage == PairingStage.Ended;
    }

    private async Task EscalateAsync(DateTimeOffset now)
    {
        if (voice.View.Row.Stage == PairingStage.Ended)
        {
            return;
        }

        var number = ++escalations;
        if (await voice.SayAsync(dice.Chance(0.5) ? pair.AsMentee : pair.AsMentor, new OpenEscalation(PrivateWords.ForTwo("we do not get on with the agreed times"))))
        {
            model.RequestsAt(now).Escalate(number, now);
            Then(now, 10, 24 * 12, then => AcknowledgeAsync(then, number));
        }
    }

    private async Task AcknowledgeAsync(DateTimeOffset now, int number)
    {
        if (await voice.SayAsync(program, new AcknowledgeEscalation(number)))
        {
            model.RequestsAt(now).Acknowledge(number, now);
            Then(now, 20, 24 * 13, then => ResolveAsync(then, number));
        }
    }

    private async Task ResolveAsync(DateTimeOffset now, int number)
    {
        if (await voice.SayAsync(program, new ResolveEscalation(number, PrivateWords.ForTwo("talked it through with both"))))
        {
            model.RequestsAt(now).Resolve(number);
        }
    }

    private async Task AskForAnotherAsync(DateTimeOffset now)
    {
        if (voice.View.Row.Stage != PairingStage.Ended
            && await voice.SayAsync(dice.Chance(0.6) ? pair.AsMentee : pair.AsMentor, new RequestReassignment()))
        {
            model.RequestsAt(now).Request(now);
            Then(now, 24, 24 * 25, AnswerAsync);
        }
    }

    private async Task AnswerAsync(DateTimeOffset now)
    {
        var granted = dice.Chance(0.7);
        if (voice.View.Row.Stage == PairingStage.Ended || !await voice.SayAsync(program, new AnswerReassignment(granted)))
        {
            return;
        }

        model.RequestsAt(now).Answered();
        if (granted)
        {
            model.End(now, PairingOutcome.Reassigned);
        }
    }

    /// <summary>The simulation reports it when everybody has acted, because it ends the person's other pairings too.</summary>
    private Task LeaveAsync(DateTimeOffset now)
    {
        Leaver = voice.View.Row.Stage == PairingStage.Ended ? null : dice.Chance(0.6) ? pair.Mentor : pair.Mentee;
        return Task.CompletedTask;
    }

    private async Task PromoteAsync(DateTimeOffset now)
    {
        if (!Postponed(now, PromoteAsync) && await voice.SayAsync(program, new DecideTerm(TermChoice.Graduate)))
        {
            model.End(now, PairingOutcome.Graduated);
        }
    }

    private async Task PauseAsync(DateTimeOffset now)
    {
        if (Postponed(now, PauseAsync))
        {
            return;
        }

        var until = DateOnly.FromDateTime(now.UtcDateTime).AddDays(dice.Between(10, 45));
        if (!await voice.SayAsync(pair.AsMentee, new PausePairing(until, "Parental leave")))
        {
            return;
        }

        model.Pause(now, until);
        if (dice.Chance(0.5))
        {
            Then(now, 48, 24 * 8, ResumeAsync);
        }
    }

    private async Task ResumeAsync(DateTimeOffset now)
    {
        if (voice.View.Row.Stage != PairingStage.Ended && await voice.SayAsync(pair.AsMentor, new ResumePairing()))
        {
            model.Resume(now);
        }
    }
}
