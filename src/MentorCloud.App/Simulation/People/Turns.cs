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
    private readonly Agenda agenda;
    private readonly PairVoice voice;
    private readonly PairingModel model;
    private readonly PairingPlay pair;
    private readonly Actor program;
    private readonly Dice dice;
    private int escalations;

    public Turns(Agenda agenda, PairVoice voice, PairingModel model, DemoIds ids, PairingPlay pair, Dice dice)
    {
        (this.agenda, this.voice, this.model, this.pair, this.dice) = (agenda, voice, model, pair, dice);
        program = Actor.User(ids.Tenant, EntityId.Derive<AccountId>(ids.Tenant.Value, "program manager"), Role.ProgramManager);
        Func<DateTimeOffset, Task>? first = pair.Character switch
        {
            Character.Escalating => EscalateAsync,
            Character.WantsAnother => AskForAnotherAsync,
            Character.Leaving => LeaveAsync,
            Character.Promoted => PromoteAsync,
            Character.Pausing => PauseAsync,
            Character.Unsigned => CloseUnsignedAsync,
            _ => null,
        };
        if (first is not null)
        {
            Then(pair.PublishedAt, 24 * 25, 24 * 120, first);
        }
    }

    /// <summary>Who leaves the company now; null while nobody.</summary>
    public SimulatedPerson? Leaver { get; private set; }

    private void Then(DateTimeOffset now, int leastHours, int mostHours, Func<DateTimeOffset, Task> step) =>
        agenda.At(now.AddHours(dice.Between(leastHours, mostHours)), step);

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
            model.RequestsAt(now).Ask(ModelRequests.Reassignment, now);
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

        model.RequestsAt(now).Answer(ModelRequests.Reassignment);
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
        if (!agenda.Postponed(now, PromoteAsync) && await voice.SayAsync(program, new DecideTerm(TermChoice.Graduate)))
        {
            model.End(now, PairingOutcome.Graduated);
        }
    }

    /// <summary>One side never signs; after a month or more the program closes what has not begun.</summary>
    private async Task CloseUnsignedAsync(DateTimeOffset now)
    {
        if (voice.View.Row.Stage != PairingStage.Ended && await voice.SayAsync(program, new DecideTerm(TermChoice.Close)))
        {
            model.End(now, PairingOutcome.NotBegun);
        }
    }

    private async Task PauseAsync(DateTimeOffset now)
    {
        if (agenda.Postponed(now, PauseAsync))
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
