using MentorCloud.App.Demo;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.Simulation.People;

/// <summary>
/// Says a pair's commands to its grain, as a browser does: with an idempotency key, now and then twice, and now and then by
/// somebody whose pairing it is not.
/// </summary>
internal sealed class PairVoice(IPairingGrain grain, DemoIds ids, PairingId pairing, int seed)
{
    private const double Repeated = 0.04;
    private const double Foreign = 0.02;

    private readonly List<string> surprises = [];
    private int said;

    /// <summary>The pairing as the last answer showed it to a partner.</summary>
    public PairingView View { get; private set; } = null!;

    /// <summary>Commands that had to be accepted and were not, or the other way round.</summary>
    public IReadOnlyList<string> Surprises => surprises;

    /// <summary>Commands said.</summary>
    public int Said => said;

    public async Task LookAsync(Actor partner) => View = (await grain.Get(partner)).OrThrow();

    /// <summary>Says a command that the pair may give.</summary>
    /// <returns>Whether it was accepted.</returns>
    public async Task<bool> SayAsync(Actor actor, PairingCommand command)
    {
        said++;
        var dice = Dice.For(seed, pairing.ToString(), "say", $"{said}");
        var id = ids.Command(pairing.ToString(), $"{said}");
        if (dice.Chance(Foreign))
        {
            await SayByStrangerAsync(command);
        }

        var reply = await grain.Handle(actor, id, command);
        if (reply.Refusal is { } refusal)
        {
            surprises.Add($"{pairing}: {command.GetType().Name} was refused: {refusal.Code}");
            return false;
        }

        // Whoever was asked to rate learns nothing of the pairing.
        if (actor.Participant is not null && reply.Value!.Life is not null)
        {
            View = reply.Value!;
        }

        if (dice.Chance(Repeated) && (await grain.Handle(actor, id, command)).Refusal is { } second)
        {
            surprises.Add($"{pairing}: {command.GetType().Name} was refused when it was repeated: {second.Code}");
        }

        return true;
    }

    private async Task SayByStrangerAsync(PairingCommand command)
    {
        var stranger = ids.Person(EntityId.Derive<ParticipantId>(pairing.Value, "stranger"), Role.Mentor | Role.Mentee);
        try
        {
            if ((await grain.Handle(stranger, default, command)).Refusal is null)
            {
                surprises.Add($"{pairing}: {command.GetType().Name} was taken from a stranger");
            }
        }
        catch (RefusedException)
        {
            // Refused by the policy, before the grain.
        }
    }
}
