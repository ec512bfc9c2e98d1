using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.People;

/// <summary>Ends the pairings of somebody who left; each asks for cover itself, once, on the same day.</summary>
internal sealed class PersonDeparture(IGrainFactory grains)
{
    /// <summary>
    /// Reports the departure to every pairing that holds the person. One that is over already is passed over; one whose round is
    /// still being published does not exist yet, and the person's reminder comes back to it.
    /// </summary>
    public async Task EndPairingsAsync(ParticipantState person)
    {
        var actor = Actor.System(person.Tenant, "departure");
        var side = person.Profile.Kind == ParticipantKind.Mentor ? PairingSide.Mentor : PairingSide.Mentee;
        foreach (var slot in person.Slots)
        {
            var command = EntityId.Derive<CommandId>(slot.Pairing.Value, "departure", person.Id.ToString());
            var reply = await grains.GetGrain<IPairingGrain>(GrainKey.Of(person.Tenant, slot.Pairing))
                .Handle(actor, command, new ReportDeparture(side));
            if (reply.Refusal is { Code: not (ErrorCodes.PairingEnded or ErrorCodes.NotFound) })
            {
                reply.OrThrow();
            }
        }
    }
}
