using System.Text.Json;
using MentorCloud.Contracts.Json;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Grains.Tests.Pairings;

/// <summary>The domain's pairing played beside the grain's: what the grain must come to, and what it must have told.</summary>
internal sealed class Shadow(PairingState state)
{
    private readonly List<Fact> facts = [];

    public PairingState State { get; private set; } = state;

    public IEnumerable<string> Told => facts.Select(AsText);

    public static string AsText(Fact fact) => $"{fact.GetType().Name} {JsonSerializer.Serialize<object>(fact, ContractsJson.Options)}";

    /// <summary>Takes a command as a grain does.</summary>
    public Refusal? Handle(Actor actor, DateTimeOffset now, CommandId id, PairingCommand command)
    {
        var decision = PairingCommands.Decide(State, new PairingTurn(actor, now, id), command);
        Take(decision);
        return decision.Refusal;
    }

    /// <summary>Rings at every due moment up to now, as timely reminders do.</summary>
    public void RingUntil(DateTimeOffset now)
    {
        while (State.NextStepAt is { } due && due <= now)
        {
            Take(Domain.Pairings.Cadence.PairingClock.Tick(State, due));
        }
    }

    /// <summary>Rings once, as after an outage.</summary>
    public void Ring(DateTimeOffset now) => Take(Domain.Pairings.Cadence.PairingClock.Tick(State, now));

    private void Take(Decision<PairingState> decision)
    {
        if (decision.State is not { } next)
        {
            return;
        }

        State = PairingPages.Cut(next).State;
        facts.AddRange(decision.Facts);
        if (!State.Effects.IsEmpty)
        {
            State = PairingDecisions.FinishEffects(State, State.Effects).State!;
        }
    }
}
