using MentorCloud.App.Simulation.People;
using MentorCloud.App.Simulation.Watching;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;

namespace MentorCloud.App.Simulation.Checks;

/// <summary>No capacity exceeded: not at any moment of the feed, and at the end exactly the living pairings hold places.</summary>
internal static class CapacityCheck
{
    public static async Task<CheckResult> RunAsync(
        IGrainFactory grains, TenantId tenant, SimulatedCompany company, IReadOnlyList<PairingPlay> plays, FactTally facts)
    {
        var failures = new List<string>(Replay(company, facts));
        var living = plays.Where(play => !play.Model.HasEnded).ToList();
        var held = living.SelectMany(play => new[] { (Person: play.Mentor.Id, play.Id), (Person: play.Mentee.Id, play.Id) }).ToLookup(each => each.Person, each => each.Id);
        foreach (var person in company.People)
        {
            var state = (await grains.GetGrain<IParticipantGrain>(GrainKey.Of(tenant, person.Id)).Get(Actor.System(tenant, "simulation"))).OrThrow();
            if (!state.Slots.Select(slot => slot.Pairing).ToHashSet().SetEquals(held[person.Id]))
            {
                failures.Add($"{person.ExternalId}: holds {state.Slots.Length} places for {held[person.Id].Count()} living pairings");
            }
        }

        return CheckResult.Of("no capacity exceeded", facts.Capacity.Count + company.People.Count, failures);
    }

    private static IEnumerable<string> Replay(SimulatedCompany company, FactTally facts)
    {
        var places = new Dictionary<ParticipantId, int>();
        foreach (var record in facts.Capacity)
        {
            var (person, change) = record.Fact switch
            {
                SlotReserved reserved => (reserved.Participant, 1),
                SlotReleased released => (released.Participant, -1),
                _ => (default, 0),
            };
            if (change == 0)
            {
                continue;
            }

            var most = company.ById[person].Kind == ParticipantKind.Mentor ? company.ById[person].Places : 1;
            places[person] = places.GetValueOrDefault(person) + change;
            if (places[person] > most || places[person] < 0)
            {
                yield return $"{company.ById[person].ExternalId}: {places[person]} of {most} places at {record.At:u}";
            }
        }
    }
}
