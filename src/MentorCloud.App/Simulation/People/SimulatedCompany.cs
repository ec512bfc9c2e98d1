using System.Globalization;
using System.Text;
using MentorCloud.App.Imports;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;

namespace MentorCloud.App.Simulation.People;

/// <summary>The people of the simulated company, and the roster that imports them.</summary>
internal sealed class SimulatedCompany
{
    private const int PeopleAMentor = 4;

    private static readonly string[] Zones =
        ["Europe/Oslo", "Europe/Oslo", "Europe/London", "Africa/Johannesburg", "America/New_York"];

    private static readonly string[] MentorCodes = ["EXE-01", "POR-01", "LEG-01", "RNR-01", "OCE-01", "FIN-01", "REN-01", "TEC-01", "PEO-01"];

    private static readonly string[] MenteeCodes = ["POR-11", "REN-11", "OCE-11", "FIN-11", "TEC-11", "COM-11", "PEO-11", "GRD-11", "STR-11"];

    private static readonly string[] TargetCodes = ["TGT-01", "TGT-02", "TGT-03", "TGT-04", "TGT-05", "TGT-06", "TGT-07", "TGT-08"];

    private static readonly string[] Divisions = ["Ports", "Road and Rail", "Ocean", "Energy", "Group"];

    private readonly int seed;

    public SimulatedCompany(TenantId tenant, SimulationSettings settings)
    {
        seed = settings.Seed;
        People = [.. Enumerable.Range(1, settings.Participants).Select(number => Make(tenant, number))];
        ById = People.ToDictionary(person => person.Id);
    }

    public IReadOnlyList<SimulatedPerson> People { get; }

    public IReadOnlyDictionary<ParticipantId, SimulatedPerson> ById { get; }

    public Task<ImportSource> OpenRosterAsync()
    {
        var text = new StringBuilder(
            "external_id,kind,name,title,profile_code,target_code,division,location,time_zone,working_hours,hours_per_month,max_mentees,languages\n");
        foreach (var person in People)
        {
            text.Append(Line(person)).Append('\n');
        }

        return ImportSource.FromAsync("roster.csv", new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), ImportLimits.Default);
    }

    private SimulatedPerson Make(TenantId tenant, int number)
    {
        var external = string.Create(CultureInfo.InvariantCulture, $"P-{number:000000}");
        var dice = Dice.For(seed, "person", external);
        var isMentor = number % PeopleAMentor == 1;
        return new SimulatedPerson(
            ParticipantDecisions.IdOf(tenant, external),
            external,
            isMentor ? ParticipantKind.Mentor : ParticipantKind.Mentee,
            dice.Of(Zones),
            isMentor ? dice.Between(2, 5) : 0);
    }

    private string Line(SimulatedPerson person)
    {
        var dice = Dice.For(seed, "profile", person.ExternalId);
        var isMentor = person.Kind == ParticipantKind.Mentor;
        var (code, target) = (dice.Of(isMentor ? MentorCodes : MenteeCodes), isMentor ? string.Empty : dice.Of(TargetCodes));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{person.ExternalId},{person.Kind.ToString().ToLowerInvariant()},Person {person.ExternalId},Leader,{code},{target},{dice.Of(Divisions)},Site {dice.Between(1, 9)},{person.TimeZone},08:00-18:00,{(isMentor ? 20 : 4)},{person.Places},en");
    }
}
