using System.Text.Json;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Ids;
using MentorCloud.Integration.Tests.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.Clocked;

/// <summary>A cohort of its own in the demo tenant: mentors and mentees with logins, matched and published over GraphQL.</summary>
internal sealed class Company : IDisposable
{
    private const string Password = "Correct-horse-battery-91";
    private readonly ClockedServer server;
    private readonly string prefix;
    private readonly Dictionary<string, Person> people = [];

    private Company(ClockedServer server, string prefix)
    {
        this.server = server;
        this.prefix = prefix;
    }

    /// <summary>The tenant's administrator.</summary>
    public Person Admin { get; private set; } = null!;

    /// <summary>A sponsor.</summary>
    public Person Sponsor { get; private set; } = null!;

    /// <summary>The cohort's global id.</summary>
    public string Cohort { get; private set; } = string.Empty;

    /// <summary>The pairings' global ids by their mentees' external ids.</summary>
    public IReadOnlyDictionary<string, (string Pairing, string Mentor)> Pairings { get; private set; } = new Dictionary<string, (string, string)>();

    /// <summary>Mentors M-1.. and mentees E-1..; each mentor has room for two. They are matched and published unless the test does that.</summary>
    public static async Task<Company> OpenAsync(
        ClockedServer server, string prefix, int mentors, int mentees, Dictionary<string, object?>? design = null, string zone = "Europe/Oslo", bool matched = true)
    {
        await server.MorningAsync();
        var company = new Company(server, prefix);
        var login = server.Demo.Login;
        company.Admin = new Person(server, $"{prefix}-admin", string.Empty, Text(login, "email"), Text(login, "password"));
        company.Sponsor = await company.AccountAsync("sponsor", Role.Sponsor, null, string.Empty);
        await company.DesignAsync(design ?? []);
        await company.EnrolAsync(mentors, mentees, zone);
        await company.Admin.DoAsync("cohortOpen", "cohort { phase }", new() { ["cohort"] = company.Cohort });
        if (matched)
        {
            await company.MatchAsync(Math.Min(mentees, 2 * mentors));
        }

        return company;
    }

    /// <summary>Somebody by their short name: <c>M-1</c>, <c>E-2</c>.</summary>
    public Person Of(string name) => people[$"{prefix}-{name}"];

    /// <summary>Puts everybody into a second cohort, matched and published; cohort and pairings are the second's afterwards.</summary>
    public async Task MatchAgainAsync()
    {
        var pairs = Pairings.Count;
        await DesignAsync([]);
        await Admin.DoAsync("cohortEnrol", string.Empty, new() { ["cohort"] = Cohort, ["participants"] = people.Values.Select(person => person.Id).Where(id => id.Length > 0).ToArray() });
        await Admin.DoAsync("cohortOpen", string.Empty, new() { ["cohort"] = Cohort });
        await MatchAsync(pairs);
    }

    /// <summary>Mentor, mentee and pairing of a mentee.</summary>
    public (Person Mentor, Person Mentee, string Pairing) PairOf(string mentee)
    {
        var (pairing, mentor) = Pairings[$"{prefix}-{mentee}"];
        return (people[mentor], people[$"{prefix}-{mentee}"], pairing);
    }

    public void Dispose()
    {
        foreach (var person in people.Values)
        {
            person.Dispose();
        }

        Admin.Dispose();
        Sponsor.Dispose();
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private async Task DesignAsync(Dictionary<string, object?> design)
    {
        var whole = new Dictionary<string, object?>
        {
            ["name"] = $"Story {prefix}",
            ["outcomes"] = new[] { "Ready for a wider remit" },
            ["targetPopulation"] = "Leads",
            ["sponsor"] = "COO",
            ["startsOn"] = server.Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["timeZone"] = "Europe/Oslo",
        };
        foreach (var (name, value) in design)
        {
            whole[name] = value;
        }

        var created = await Admin.DoAsync("cohortCreate", "cohort { id }", new() { ["design"] = whole });
        Cohort = Text(created.GetProperty("cohort"), "id");
    }

    private async Task EnrolAsync(int mentors, int mentees, string zone)
    {
        var lines = Enumerable.Range(1, mentors).Select(number =>
                $"{prefix}-M-{number},mentor,Mentor {number},Director,OCE-01,,Division {number},Oslo,{zone},6,2,en")
            .Concat(Enumerable.Range(1, mentees).Select(number =>
                $"{prefix}-E-{number},mentee,Mentee {number},Lead,POR-11,TGT-02,Ports,Oslo,{zone},4,0,en"));
        var csv = "external_id,kind,name,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees,languages\n"
            + string.Join('\n', lines) + "\n";
        await Admin.DoAsync("rosterImport", "imported", new() { ["csv"] = csv, ["cohort"] = Cohort });
        var found = await Poll.UntilAsync("the roster in the list", HostProgram.Bound, async () =>
        {
            var seen = (await Admin.AskAsync(
                "query($cohort: ID!) { participants(first: 100, filter: { cohort: $cohort }) { nodes { id externalId kind } } }", new { cohort = Cohort }))
                .GetProperty("participants").GetProperty("nodes");
            return seen.GetArrayLength() == mentors + mentees ? new Found(seen) : null;
        });
        foreach (var person in found.Json.EnumerateArray())
        {
            var role = Text(person, "kind") == "MENTOR" ? Role.Mentor : Role.Mentee;
            GlobalId.TryRead<ParticipantId>(Text(person, "id"), "Participant", out var id);
            people[Text(person, "externalId")] = await AccountAsync(Text(person, "externalId"), role, id, Text(person, "id"));
        }
    }

    private async Task<Person> AccountAsync(string name, Role role, ParticipantId? participant, string id)
    {
        GlobalId.TryRead<TenantId>(server.Demo.Id, "Tenant", out var tenant);
        var email = $"{prefix}.{name}@story.example".ToLowerInvariant();
        var made = await server.Services.GetRequiredService<IAccounts>().CreateAsync(
            tenant, Actor.System(tenant, "test"), new NewAccount(email, $"Account of {name}", role, participant, Password), CancellationToken.None);
        Assert.Null(made.Refusal);
        return new Person(server, name, id, email, Password);
    }

    /// <summary>Starts a round and waits for its draft; gives the round's global id.</summary>
    public async Task<string> DraftAsync()
    {
        var started = await Admin.DoAsync("roundStart", "round { id }", new() { ["cohort"] = Cohort });
        var round = Text(started.GetProperty("round"), "id");
        await RoundAsync(round, "DRAFTED");
        return round;
    }

    private async Task MatchAsync(int pairs)
    {
        var round = await DraftAsync();
        await Admin.DoAsync("roundPublish", "round { status }", new() { ["round"] = round });
        await RoundAsync(round, "PUBLISHED");
        var found = await Poll.UntilAsync("the pairings in the list", HostProgram.Bound, async () =>
        {
            var seen = (await Admin.AskAsync(
                "query($cohort: ID!) { pairings(first: 100, filter: { cohort: $cohort }) { nodes { id mentor { externalId } mentee { externalId } } } }",
                new { cohort = Cohort })).GetProperty("pairings").GetProperty("nodes");
            return seen.GetArrayLength() == pairs ? new Found(seen) : null;
        });
        Pairings = found.Json.EnumerateArray().ToDictionary(
            pairing => Text(pairing.GetProperty("mentee"), "externalId"),
            pairing => (Text(pairing, "id"), Text(pairing.GetProperty("mentor"), "externalId")));
    }

    private Task<Found> RoundAsync(string round, string status) => Poll.UntilAsync($"the round to be {status}", HostProgram.Bound, async () =>
    {
        var seen = (await Admin.AskAsync("query($round: ID!) { round(id: $round) { status failure { message } } }", new { round })).GetProperty("round");
        Assert.True(seen.GetProperty("failure").ValueKind == JsonValueKind.Null, seen.GetRawText());
        return Text(seen, "status") == status ? new Found(seen) : null;
    });

    private sealed record Found(JsonElement Json);
}
