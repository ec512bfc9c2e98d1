using MentorCloud.App.Demo;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.People;

namespace MentorCloud.App.Simulation.People;

/// <summary>The people of the company who stand outside a pairing and are asked about its mentee.</summary>
internal sealed class Bystanders(SimulatedCompany company, Leavings leavings, DemoIds ids)
{
    /// <summary>So many people who are there and not of the pair; nobody when there are too few.</summary>
    public IReadOnlyList<SimulatedPerson> Choose(PairingPlay pair, int count, Dice dice)
    {
        var chosen = new List<SimulatedPerson>();
        var enough = company.People.Count(person => StandsOutside(pair, person)) >= count;
        while (enough && chosen.Count < count)
        {
            var person = dice.Of(company.People);
            if (StandsOutside(pair, person) && !chosen.Contains(person))
            {
                chosen.Add(person);
            }
        }

        return chosen;
    }

    public bool IsThere(SimulatedPerson person) => !leavings.HasLeft(person.Id);

    public Actor As(SimulatedPerson person) => ids.Person(person.Id, person.Kind == ParticipantKind.Mentor ? Role.Mentor : Role.Mentee);

    private bool StandsOutside(PairingPlay pair, SimulatedPerson person) =>
        person.Id != pair.Mentor.Id && person.Id != pair.Mentee.Id && IsThere(person);
}
