using System.Text.Json;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Pairings;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.People;

/// <summary>A person leaves: reported once, everything else follows.</summary>
[Collection(ClockedCollection.Name)]
public sealed class DepartureTests(ClockedServer server)
{
    private const string Seen = "stage outcome cover { reason status openedAt }";

    [Fact]
    public async Task Mentor_who_leaves_is_reported_once_and_every_mentee_gets_cover_the_same_day()
    {
        using var company = await Company.OpenAsync(server, $"L{Guid.NewGuid():N}"[..8], mentors: 2, mentees: 4);
        var (mentor, held) = Two(company);
        var today = server.Now.UtcDateTime.Date;

        var told = (await company.Admin.DoAsync("participantReportDeparture", "participant { load departedAt }", Naming(mentor))).GetProperty("participant");
        Assert.Equal(0, told.GetProperty("load").GetInt32());
        Assert.Equal(today, told.GetProperty("departedAt").GetDateTime().Date);

        foreach (var pairing in held)
        {
            var cover = await CoveredAsync(company, pairing);
            Assert.Equal(("ENDED", "PARTNER_LEFT"), (Text(cover, "stage"), Text(cover, "outcome")));
            Assert.Equal("MENTOR_LEFT", Text(cover.GetProperty("cover"), "reason"));
            Assert.Equal(today, cover.GetProperty("cover").GetProperty("openedAt").GetDateTime().Date);
        }

        await company.Admin.DoAsync("participantReportDeparture", string.Empty, Naming(mentor));
        await server.PublishedAsync();
        Assert.Single(await AuditTrail.ActionsOnAsync(server, mentor), action => action == "ParticipantDeparted");
        Assert.Equal(("PARTICIPANT_DEPARTED", "participants.0"), await company.Admin.RefusedAsync(
            "cohortEnrol", new() { ["cohort"] = company.Cohort, ["participants"] = new[] { mentor.Id } }));
        await company.Admin.DoAsync("participantReportReturn", "participant { departedAt }", Naming(mentor));
        await company.Admin.DoAsync("cohortEnrol", string.Empty, new() { ["cohort"] = company.Cohort, ["participants"] = new[] { mentor.Id } });
    }

    [Fact]
    public async Task Mentee_who_leaves_frees_the_mentor_and_needs_no_cover()
    {
        using var company = await Company.OpenAsync(server, $"L{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        var pair = await new PairSteps(server, company, "E-1").SignAsync();

        await company.Admin.DoAsync("participantReportDeparture", string.Empty, Naming(pair.Mentee));

        var seen = await pair.SeeAsync(company.Admin, Seen);
        Assert.Equal(("ENDED", "PARTNER_LEFT"), (Text(seen, "stage"), Text(seen, "outcome")));
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("cover").ValueKind);
        Assert.Equal("PAIRING_ENDED", (await pair.Mentee.RefusedAsync("pairingRequestReassignment", pair.With())).Code);
    }

    [Fact]
    public async Task Departure_is_for_managers_and_foreign_ids_answer_like_unknown_ones()
    {
        using var company = await Company.OpenAsync(server, $"L{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        var pair = new PairSteps(server, company, "E-1");

        Assert.Equal("FORBIDDEN", (await pair.Mentor.SendAsync(
            Http.GraphQLClient.MutationOf("participantReportDeparture", string.Empty), new { input = new { idempotencyKey = "l", participant = pair.Mentee.Id } })).ErrorCode);
        Assert.Equal("NOT_FOUND", (await company.Admin.RefusedAsync("participantReportDeparture", new() { ["participant"] = Unknown() })).Code);
    }

    private static string Unknown() => Gateway.Ids.GlobalId.Of("Participant", Domain.Identifiers.EntityId.New<Domain.Identifiers.ParticipantId>(DateTimeOffset.UnixEpoch));

    private static (Person Mentor, List<string> Pairings) Two(Company company)
    {
        var group = company.Pairings.Values.GroupBy(pairing => pairing.Mentor).First(each => each.Count() == 2);
        return (company.Of(group.Key.Split('-', 2)[1]), [.. group.Select(pairing => pairing.Pairing)]);
    }

    private static Dictionary<string, object?> Naming(Person person) => new() { ["participant"] = person.Id };

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static async Task<JsonElement> CoveredAsync(Company company, string pairing)
    {
        var found = await Poll.UntilAsync("a search for cover", HostProgram.Bound, async () =>
        {
            var seen = (await company.Admin.AskAsync($"query($id: ID!) {{ pairing(id: $id) {{ {Seen} }} }}", new { id = pairing })).GetProperty("pairing");
            return seen.GetProperty("cover").ValueKind == JsonValueKind.Object && Text(seen.GetProperty("cover"), "status") != "SEARCHING" ? new Found(seen) : null;
        });
        return found.Json;
    }

    private sealed record Found(JsonElement Json);
}
