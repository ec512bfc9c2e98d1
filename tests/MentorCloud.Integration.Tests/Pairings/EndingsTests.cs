using System.Text.Json;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>When it does not work: stalls, requests in confidence, departures, cover from the matching engine, handover.</summary>
[Collection(ClockedCollection.Name)]
public sealed class EndingsTests(ClockedServer server) : IAsyncLifetime
{
    private const string Cover = "cover { reason status mentee { externalId } alternatives { mentor { id externalId } score factors { factor } } chosen { externalId } successor { id stage mentor { externalId } } failure { code } }";
    private Company company = null!;

    public async ValueTask InitializeAsync() => company = await Company.OpenAsync(server, $"X{Guid.NewGuid():N}"[..8], mentors: 4, mentees: 5);

    public ValueTask DisposeAsync()
    {
        company.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Departure_of_a_mentor_is_covered_the_same_day_and_the_mentee_hands_over()
    {
        var pair = await new PairSteps(server, company, "E-1").SignAsync();
        var shared = await pair.WriteAsync(pair.Mentee, "EXPERIMENT", "PAIR", [("hypothesis", "Asking first helps")]);
        await pair.WriteAsync(pair.Mentee, "JOURNAL", "AUTHOR", [("text", "Nobody's business")]);
        await pair.Mentee.DoAsync("pairingChooseHandover", string.Empty, pair.With(("entries", new[] { shared })));
        await company.Admin.DoAsync("pairingReportDeparture", string.Empty, pair.With(("side", "MENTOR")));

        var cover = await ProposedAsync(pair);
        Assert.Equal("MENTOR_LEFT", cover.GetProperty("reason").GetString());
        var alternatives = cover.GetProperty("alternatives").EnumerateArray().ToList();
        Assert.NotEmpty(alternatives);
        Assert.DoesNotContain(alternatives, each => ExternalId(each) == pair.Mentor.ExternalId);
        Assert.Equal(alternatives.Select(Score).OrderDescending(), alternatives.Select(Score));

        var best = alternatives[0].GetProperty("mentor");
        var placed = (await company.Admin.DoAsync("coverAccept", Cover, pair.With(("mentor", best.GetProperty("id").GetString())))).GetProperty("cover");
        Assert.Equal("PLACED", placed.GetProperty("status").GetString());
        var successor = placed.GetProperty("successor").GetProperty("id").GetString();
        var next = company.Of(best.GetProperty("externalId").GetString()!.Split('-', 2)[1]);
        var seen = (await next.AskAsync(
            "query($id: ID!) { pairing(id: $id) { stage mentee { externalId } handedOver { number kind texts { text } } } }", new { id = successor })).GetProperty("pairing");
        Assert.Equal("CONTRACTING", seen.GetProperty("stage").GetString());
        Assert.Equal("Asking first helps", Assert.Single(seen.GetProperty("handedOver").EnumerateArray()).GetProperty("texts")[0].GetProperty("text").GetString());
        Assert.Contains("Read Handover", await AuditTrail.ActionsOnAsync(server, pair.Mentor));
        Assert.Equal("COVER_NOT_PROPOSED", (await company.Admin.RefusedAsync("coverDecline", pair.With())).Code);
    }

    [Fact]
    public async Task Handover_of_a_living_pairing_stays_in_its_cohort()
    {
        using var twice = await Company.OpenAsync(server, $"H{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        var first = await new PairSteps(server, twice, "E-1").SignAsync();
        var shared = await first.WriteAsync(first.Mentee, "EXPERIMENT", "PAIR", [("hypothesis", "For this mentor alone")]);
        await first.Mentee.DoAsync("pairingChooseHandover", string.Empty, first.With(("entries", new[] { shared })));
        await twice.MatchAgainAsync();
        var second = new PairSteps(server, twice, "E-1");

        Assert.NotEqual(first.Pairing, second.Pairing);
        Assert.Empty((await second.SeeAsync(second.Mentor, "handedOver { number }")).GetProperty("handedOver").EnumerateArray());
        await twice.Admin.DoAsync("pairingReportDeparture", string.Empty, first.With(("side", "MENTOR")));
        Assert.Empty((await second.SeeAsync(second.Mentor, "handedOver { number }")).GetProperty("handedOver").EnumerateArray());
    }

    [Fact]
    public async Task Request_for_another_partner_stays_in_confidence_until_the_program_answers()
    {
        var pair = await new PairSteps(server, company, "E-2").SignAsync();
        await pair.Mentee.DoAsync("pairingRequestReassignment", string.Empty, pair.With());

        Assert.Equal("MENTEE", (await pair.SeeAsync(pair.Mentee, "reassignment { by answer }")).GetProperty("reassignment").GetProperty("by").GetString());
        Assert.Equal(JsonValueKind.Null, (await pair.SeeAsync(pair.Mentor, "reassignment { by }")).GetProperty("reassignment").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await pair.SeeAsync(company.Sponsor, "reassignment { by }")).GetProperty("reassignment").ValueKind);
        var waiting = await Poll.UntilAsync("the request in the list", HostProgram.Bound, async () => await CasesAsync("REASSIGNMENT") is { Length: 1 } cases ? cases : null);
        Assert.Equal(pair.Pairing, waiting[0]);

        await company.Admin.DoAsync("pairingAnswerReassignment", string.Empty, pair.With(("grant", true)));
        var cover = await ProposedAsync(pair);
        Assert.Equal("REASSIGNED", cover.GetProperty("reason").GetString());
        var declined = await company.Admin.DoAsync("coverDecline", Cover, pair.With());
        Assert.Equal("DECLINED", declined.GetProperty("cover").GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, (await pair.SeeAsync(pair.Mentee, "cover { status }")).GetProperty("cover").ValueKind);
    }

    [Fact]
    public async Task Stalled_pairing_becomes_a_proposal_and_goes_on_until_it_is_accepted()
    {
        var pair = await new PairSteps(server, company, "E-3").SignAsync();
        var (graduating, rotating) = (await new PairSteps(server, company, "E-4").SignAsync(), await new PairSteps(server, company, "E-5").SignAsync());
        for (var day = 0; day < 80; day += 10)
        {
            await server.PassDaysAsync(10);
        }

        var health = await pair.SeeAsync(company.Admin, "stage health { status reasons { code text } }");
        Assert.Equal("ACTIVE", health.GetProperty("stage").GetString());
        Assert.Equal("STALLED", health.GetProperty("health").GetProperty("status").GetString());
        var listed = await company.Admin.AskAsync(
            "query($cohort: ID!) { pairings(filter: { cohort: $cohort, healthAtLeast: STALLED, healthReason: NO_PROGRESS_REPEATED }, orderBy: HEALTH) { nodes { id } } }",
            new { cohort = company.Cohort });
        Assert.Contains(pair.Pairing, listed.GetProperty("pairings").GetProperty("nodes").EnumerateArray().Select(each => each.GetProperty("id").GetString()));

        var cover = await ProposedAsync(pair);
        Assert.Equal("STALLED", cover.GetProperty("reason").GetString());
        Assert.Equal(("INPUT_INVALID", "mentor"), await company.Admin.RefusedAsync("coverAccept", pair.With(("mentor", pair.Mentor.Id))));
        var mentor = cover.GetProperty("alternatives")[0].GetProperty("mentor").GetProperty("id").GetString();
        await company.Admin.DoAsync("coverAccept", Cover, pair.With(("mentor", mentor)));
        var before = await pair.SeeAsync(pair.Mentee, "stage outcome");
        Assert.Equal("REASSIGNED", before.GetProperty("outcome").GetString());
        await ProposedAsync(graduating);
        await company.Admin.DoAsync("pairingDecideTerm", string.Empty, graduating.With(("choice", "GRADUATE")));
        Assert.Equal("GRADUATED", await EndingAsync(graduating));
        await RotatesAsync(rotating);
    }

    /// <summary>A stalled pair agrees to rotate at the end of its term: the search for the stall closes by itself.</summary>
    private async Task RotatesAsync(PairSteps pair)
    {
        await ProposedAsync(pair);
        await server.PassDaysAsync(90);
        await pair.Mentor.DoAsync("pairingDecideTerm", string.Empty, pair.With(("choice", "ROTATE")));
        Assert.Equal("PROPOSED", (await ProposedAsync(pair)).GetProperty("status").GetString());
        await pair.Mentee.DoAsync("pairingDecideTerm", string.Empty, pair.With(("choice", "ROTATE")));
        Assert.Equal("ROTATED", await EndingAsync(pair));
        Assert.Equal("COVER_NOT_PROPOSED", (await company.Admin.RefusedAsync("coverDecline", pair.With())).Code);
    }

    /// <summary>How the pairing ended whose search has lapsed.</summary>
    private async Task<string?> EndingAsync(PairSteps pair)
    {
        await server.PublishedAsync();
        return await Poll.UntilAsync("the end of the search", HostProgram.Bound, async () =>
        {
            var cover = (await pair.SeeAsync(company.Admin, "cover { status ending }")).GetProperty("cover");
            return cover.GetProperty("status").GetString() == "LAPSED" ? cover.GetProperty("ending").GetString() : null;
        });
    }

    private static string ExternalId(JsonElement proposal) => proposal.GetProperty("mentor").GetProperty("externalId").GetString()!;

    private static double Score(JsonElement proposal) => proposal.GetProperty("score").GetDouble();

    private async Task<JsonElement> ProposedAsync(PairSteps pair)
    {
        var found = await Poll.UntilAsync("alternatives", HostProgram.Bound, async () =>
        {
            var cover = (await pair.SeeAsync(company.Admin, Cover)).GetProperty("cover");
            return cover.ValueKind == JsonValueKind.Object && cover.GetProperty("status").GetString() == "PROPOSED" ? new Found(cover) : null;
        });
        return found.Json;
    }

    private async Task<string[]> CasesAsync(string kind) =>
    [
        .. (await company.Admin.AskAsync(
            "query($filter: ProgramCaseFilterInput) { programCases(filter: $filter) { nodes { pairing { id } reassignment { by } } } }",
            new { filter = new { cohort = company.Cohort, kind, isOpen = true } })).GetProperty("programCases").GetProperty("nodes").EnumerateArray()
            .Select(each => each.GetProperty("pairing").GetProperty("id").GetString()!),
    ];

    private sealed record Found(JsonElement Json);
}
