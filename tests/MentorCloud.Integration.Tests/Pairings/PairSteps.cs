using System.Text.Json;
using MentorCloud.Integration.Tests.Clocked;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>Steps of two partners that many stories begin with.</summary>
internal sealed class PairSteps(ClockedServer server, Company company, string mentee)
{
    private readonly (Person Mentor, Person Mentee, string Pairing) pair = company.PairOf(mentee);

    public Person Mentor => pair.Mentor;

    public Person Mentee => pair.Mentee;

    public string Pairing => pair.Pairing;

    /// <summary>Complete terms; a test may change each.</summary>
    public static Dictionary<string, object?> Terms(string? milestoneDue = null) => new()
    {
        ["mentorRole"] = "Challenges and opens doors",
        ["objectives"] = new[] { new { statement = "Lead a terminal project", measure = "Review by the sponsor", target = "Delivered" } },
        ["cadenceDays"] = 14,
        ["milestones"] = new[] { new { title = "First visible step", successCriteria = "Debriefed together", smallWins = new[] { "Chosen" }, dueOn = milestoneDue } },
        ["confidentialityNorms"] = "What is said here stays here",
        ["feedbackChannels"] = new[] { "In the session" },
        ["escalationPath"] = "The program manager",
        ["boundaries"] = new { mentorHoursPerMonth = 4, feedbackKinds = new[] { "Observed behaviour" }, topicsOutOfScope = new[] { "Pay" } },
    };

    public Dictionary<string, object?> With(params (string Name, object? Value)[] fields)
    {
        var input = new Dictionary<string, object?> { ["pairing"] = Pairing };
        foreach (var (name, value) in fields)
        {
            input[name] = value;
        }

        return input;
    }

    /// <summary>Draft, proposal and two signatures.</summary>
    public async Task<PairSteps> SignAsync(int cadenceDays = 14)
    {
        await Mentor.DoAsync("pairingDraftContract", string.Empty, With(("terms", new Dictionary<string, object?>(Terms()) { ["cadenceDays"] = cadenceDays })));
        var proposed = await Mentee.DoAsync("pairingProposeContract", "pairing { contract { version } }", With());
        var version = proposed.GetProperty("pairing").GetProperty("contract").GetProperty("version").GetInt32();
        await Mentor.DoAsync("pairingSignContract", string.Empty, With(("version", version)));
        await Mentee.DoAsync("pairingSignContract", string.Empty, With(("version", version)));
        return this;
    }

    /// <summary>A check-in held just now, or so many hours ago.</summary>
    public Task CheckInAsync(string by = "MENTEE", int hoursAgo = 0) => Mentor.DoAsync("pairingLogCheckIn", string.Empty, With(
        ("heldAt", server.Now.AddHours(-hoursAgo).ToString("O")), ("minutes", 30), ("initiatedBy", by)));

    /// <summary>Writes an entry and gives its number.</summary>
    public async Task<int> WriteAsync(Person author, string kind, string visibility, (string Field, string Text)[] texts, params (string Name, object? Value)[] more)
    {
        var input = With(more);
        (input["kind"], input["visibility"]) = (kind, visibility);
        input["texts"] = texts.Select(each => new { field = each.Field, text = each.Text }).ToArray();
        var written = await author.DoAsync("pairingWriteEntry", "entry { number }", input);
        return written.GetProperty("entry").GetProperty("number").GetInt32();
    }

    /// <summary>Fields of the pairing as somebody sees them.</summary>
    public async Task<JsonElement> SeeAsync(Person viewer, string fields) =>
        (await viewer.AskAsync($"query($id: ID!) {{ pairing(id: $id) {{ {fields} }} }}", new { id = Pairing })).GetProperty("pairing");
}
