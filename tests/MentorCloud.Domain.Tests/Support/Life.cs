using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Tests.Support;

/// <summary>Plays commands and time on a pairing, and keeps every fact.</summary>
internal sealed class Life(PairingState state, DateTimeOffset now)
{
    public PairingState State { get; private set; } = state;

    public DateTimeOffset Now { get; private set; } = now;

    public List<Fact> Facts { get; } = [];

    public static Life Active(ContractTerms? terms = null) => new(Sample.Active(terms), Sample.Start);

    public Decision<PairingState> Try(Actor actor, PairingCommand command)
    {
        var decision = PairingCommands.Decide(State, new PairingTurn(actor, Now), command);
        State = decision.State ?? State;
        Facts.AddRange(decision.Facts);
        return decision;
    }

    public Life Do(Actor actor, PairingCommand command)
    {
        Try(actor, command).Ok();
        return this;
    }

    /// <summary>Moves the clock; the pairing's timer rings once, at the end.</summary>
    public Life Wait(TimeSpan time)
    {
        Now += time;
        var decision = PairingClock.Tick(State, Now);
        State = decision.State!;
        Facts.AddRange(decision.Facts);
        return this;
    }

    public Life Days(int days) => Wait(TimeSpan.FromDays(days));

    /// <summary>Moves the clock to an instant, ringing whenever something is due, as a timely reminder does.</summary>
    public Life Until(DateTimeOffset end)
    {
        while (State.NextStepAt is { } due && due <= end)
        {
            Wait(due > Now ? due - Now : TimeSpan.Zero);
        }

        return Wait(end - Now);
    }

    /// <summary>Lets what is closed and old go to pages, as the grain does with every commit.</summary>
    public void Cut() => State = PairingPages.Cut(State).State;

    public int Write(Actor actor, EntryKind kind, Visibility visibility, Func<WriteEntry, WriteEntry>? with = null)
    {
        var entry = new WriteEntry
        {
            Kind = kind,
            Visibility = visibility,
            Texts = [.. EntryRules.AskedOf(kind).Select(field => new EntryText(field, "words"))],
        };
        Do(actor, with is null ? entry : with(entry));
        return State.EntriesWritten;
    }

    public int Count<TFact>()
        where TFact : Fact => Facts.OfType<TFact>().Count();
}
