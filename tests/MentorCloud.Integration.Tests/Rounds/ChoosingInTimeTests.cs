using MentorCloud.Integration.Tests.Clocked;

namespace MentorCloud.Integration.Tests.Rounds;

/// <summary>Match requests over months of the manual clock, and who is noted for having looked.</summary>
[Collection(ClockedCollection.Name)]
public sealed class ChoosingInTimeTests(ClockedServer server)
{
    private const string Request = "matchRequest { id status expiresAt }";

    [Fact]
    public async Task Request_that_nobody_answers_expires_and_may_be_sent_again()
    {
        using var company = await ChoosingAsync();
        var (mentor, mentee) = (company.Of("M-1"), company.Of("E-1"));
        var sent = (await mentee.DoAsync("matchRequestSend", Request, new() { ["cohort"] = company.Cohort, ["to"] = mentor.Id })).GetProperty("matchRequest");
        var id = sent.GetProperty("id").GetString()!;
        Assert.Equal(server.Now.AddDays(6), sent.GetProperty("expiresAt").GetDateTimeOffset(), TimeSpan.FromMinutes(1));

        await server.PassDaysAsync(5);
        Assert.Equal("OPEN", await StatusAsync(mentor, id));
        Assert.Single(await ActionsAsync(id), action => action == "MatchRequestReminded");
        await server.PassDaysAsync(3);

        Assert.Equal(("EXPIRED", "EXPIRED"), (await StatusAsync(mentor, id), await StatusAsync(mentee, id)));
        Assert.Equal("MATCH_REQUEST_OVER", (await mentor.RefusedAsync("matchRequestAccept", new() { ["matchRequest"] = id })).Code);
        Assert.Single(await ActionsAsync(id), action => action == "MatchRequestEnded");
        var again = (await mentee.DoAsync("matchRequestSend", Request, new() { ["cohort"] = company.Cohort, ["to"] = mentor.Id })).GetProperty("matchRequest");
        Assert.Equal((id, "OPEN"), (again.GetProperty("id").GetString(), again.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Reading_drafts_explanations_and_requests_of_others_is_noted_and_of_oneself_is_not()
    {
        using var company = await ChoosingAsync();
        var (mentor, mentee) = (company.Of("M-1"), company.Of("E-1"));
        var sent = (await mentee.DoAsync("matchRequestSend", Request, new() { ["cohort"] = company.Cohort, ["to"] = mentor.Id })).GetProperty("matchRequest");
        var round = await company.DraftAsync();
        var before = (await AuditTrail.ReadAsync(server)).Count;

        await company.Admin.AskAsync("query($id: ID!) { round(id: $id) { proposals { nodes { score mentee { name } } } } }", new { id = round });
        await company.Admin.AskAsync(
            "query($id: ID!, $mentor: ID!, $mentee: ID!) { round(id: $id) { explainPair(mentor: $mentor, mentee: $mentee) { score } } }",
            new { id = round, mentor = mentor.Id, mentee = mentee.Id });
        await company.Admin.AskAsync("query($id: ID!) { matchRequests(filter: { cohort: $id }) { nodes { id } } }", new { id = company.Cohort });
        await StatusAsync(company.Admin, sent.GetProperty("id").GetString()!);
        await StatusAsync(mentee, sent.GetProperty("id").GetString()!);

        var noted = (await AuditTrail.ReadAsync(server))[before..].Select(entry => entry.Action).Where(action => action.StartsWith("Read ", StringComparison.Ordinal));
        Assert.Equal(
            ["Read Draft", "Read Explanation", "Read Explanation", "Read MatchRequests", "Read MatchRequest", "Read MatchRequest"], noted);
    }

    private Task<Company> ChoosingAsync() => Company.OpenAsync(
        server, $"C{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1,
        new() { ["choosing"] = new { mode = "SELF_MATCH", requestDays = 6 } }, matched: false);

    private static async Task<string?> StatusAsync(Person person, string id) =>
        (await person.AskAsync("query($id: ID!) { matchRequest(id: $id) { status } }", new { id })).GetProperty("matchRequest").GetProperty("status").GetString();

    /// <summary>What the audit log says about a request, by the end of its global id.</summary>
    private async Task<IEnumerable<string>> ActionsAsync(string id)
    {
        Gateway.Ids.GlobalId.TryRead<Domain.Identifiers.MatchRequestId>(id, "MatchRequest", out var request);
        return (await AuditTrail.ReadAsync(server)).Where(entry => entry.Subject.EndsWith($"{request}", StringComparison.Ordinal)).Select(entry => entry.Action);
    }
}
