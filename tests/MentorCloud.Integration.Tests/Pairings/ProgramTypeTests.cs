using System.Text.Json;
using MentorCloud.Integration.Tests.Clocked;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>What the types of program change, over HTTP.</summary>
[Collection(ClockedCollection.Name)]
public sealed class ProgramTypeTests(ClockedServer server)
{
    [Fact]
    public async Task Session_of_a_group_is_logged_once_for_all_of_its_pairings()
    {
        using var company = await OpenAsync("GROUP", mentors: 1, mentees: 2);
        var (first, second) = (await new PairSteps(server, company, "E-1").SignAsync(), await new PairSteps(server, company, "E-2").SignAsync());
        Dictionary<string, object?> Session() => new()
        {
            ["cohort"] = company.Cohort, ["heldAt"] = server.NowText, ["minutes"] = 61, ["idempotencyKey"] = "session-1",
        };
        var session = Session();

        for (var time = 0; time < 2; time++)
        {
            var logged = await first.Mentor.DoAsync("cohortLogSession", "pairings { id }", new(session));
            Assert.Equal(2, logged.GetProperty("pairings").GetArrayLength());
        }

        foreach (var pair in new[] { first, second })
        {
            var seen = await pair.SeeAsync(pair.Mentee, "checkIns { status minutes } hours { minutes }");
            Assert.Equal(61, Assert.Single(seen.GetProperty("checkIns").EnumerateArray(), each => Text(each, "status") == "DONE").GetProperty("minutes").GetInt32());
            Assert.Equal(31, Assert.Single(seen.GetProperty("hours").EnumerateArray()).GetProperty("minutes").GetInt32());
        }

        var again = await first.Mentor.TryAsync("cohortLogSession", "pairings { id }", new(session) { ["idempotencyKey"] = "session-2" });
        Assert.Empty(again.GetProperty("pairings").EnumerateArray());
        Assert.Equal(["ALREADY_EXISTS", "ALREADY_EXISTS"], again.GetProperty("userErrors").EnumerateArray().Select(error => Text(error, "code")));

        Assert.Equal(("PAIRING_OTHER_SIDE", "cohort"), await first.Mentee.RefusedAsync("cohortLogSession", Without(Session(), "idempotencyKey")));
    }

    [Fact]
    public async Task Refused_session_names_the_pairing_that_refuses_and_is_logged_in_the_others()
    {
        using var company = await OpenAsync("GROUP", mentors: 1, mentees: 2);
        var (signed, unsigned) = (await new PairSteps(server, company, "E-1").SignAsync(), new PairSteps(server, company, "E-2"));

        var tried = await signed.Mentor.TryAsync("cohortLogSession", "pairings { id }", new()
        {
            ["cohort"] = company.Cohort, ["pairings"] = new[] { signed.Pairing, unsigned.Pairing }, ["heldAt"] = server.NowText, ["minutes"] = 60,
        });

        Assert.Equal(signed.Pairing, Text(Assert.Single(tried.GetProperty("pairings").EnumerateArray()), "id"));
        var error = Assert.Single(tried.GetProperty("userErrors").EnumerateArray());
        Assert.Equal("PAIRING_CONTRACT_UNSIGNED", Text(error, "code"));
        Assert.Equal(["pairings", "1"], error.GetProperty("field").EnumerateArray().Select(part => part.GetString()));
    }

    [Fact]
    public async Task Session_in_common_is_for_group_programs_and_for_ones_own_pairings()
    {
        using var company = await OpenAsync("ONE_TO_ONE", mentors: 1, mentees: 1);
        using var other = await OpenAsync("GROUP", mentors: 1, mentees: 1);
        var (pair, foreign) = (await new PairSteps(server, company, "E-1").SignAsync(), new PairSteps(server, other, "E-1"));

        Assert.Equal(("COHORT_NOT_GROUP", "cohort"), await pair.Mentor.RefusedAsync("cohortLogSession", Session(company.Cohort)));
        Assert.Equal(("NOT_FOUND", "cohort"), await pair.Mentor.RefusedAsync("cohortLogSession", Session(other.Cohort)));
        var named = Session(other.Cohort);
        named["pairings"] = new[] { pair.Pairing };
        Assert.Equal(("NOT_FOUND", "pairings.0"), await foreign.Mentor.RefusedAsync("cohortLogSession", named));
    }

    [Fact]
    public async Task Peers_each_have_a_review_and_an_assessment_of_their_own()
    {
        using var company = await OpenAsync("PEER", mentors: 3, mentees: 3);
        var pair = await new PairSteps(server, company, "E-1").SignAsync();
        var raters = new[] { "M-1", "M-2", "M-3", "E-2", "E-3" }.Select(company.Of).Where(person => person.Id != pair.Mentor.Id).Select(person => person.Id).Take(4).ToArray();

        foreach (var (person, competency, level) in new[] { (pair.Mentor, "Strategic Thinking", 2.0), (pair.Mentee, "Business Acumen", 4.0) })
        {
            await person.DoAsync("pairingOpenReview360", string.Empty, pair.With(("competencies", new[] { competency }), ("raters", raters)));
            await person.DoAsync("pairingAssessSelf", string.Empty, pair.With(("levels", new[] { new { competency, level } })));
        }

        foreach (var (person, competency) in new[] { (pair.Mentor, "Strategic Thinking"), (pair.Mentee, "Business Acumen") })
        {
            var seen = await pair.SeeAsync(person, "openReview360 { competencies } growth { competency } growthNarrative { markdown }");
            Assert.Equal(competency, seen.GetProperty("openReview360").GetProperty("competencies")[0].GetString());
            Assert.Equal(competency, Text(Assert.Single(seen.GetProperty("growth").EnumerateArray()), "competency"));
            Assert.Contains(competency, Text(seen.GetProperty("growthNarrative"), "markdown"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("REVERSE", "rank has no part", "GENERATION_DIVERSITY")]
    [InlineData("PEER", "Both give and both learn", "RECIPROCAL_VALUE")]
    public async Task Type_brings_a_contract_and_weights_of_its_own(string type, string role, string factor)
    {
        using var company = await OpenAsync(type, mentors: 1, mentees: 1);
        var pair = new PairSteps(server, company, "E-1");

        var template = (await pair.SeeAsync(pair.Mentee, "contractTemplate { mentorRole cadenceDays confidentialityNorms objectives { statement } }")).GetProperty("contractTemplate");
        Assert.Contains(role, Text(template, "mentorRole"), StringComparison.Ordinal);
        Assert.Equal(14, template.GetProperty("cadenceDays").GetInt32());
        var weights = (await company.Admin.AskAsync("query($id: ID!) { cohort(id: $id) { design { weights { factor weight } } } }", new { id = company.Cohort }))
            .GetProperty("cohort").GetProperty("design").GetProperty("weights").EnumerateArray().ToDictionary(each => Text(each, "factor")!, each => each.GetProperty("weight").GetDouble());
        Assert.Equal(weights["SKILL_COMPLEMENTARITY"], weights[factor]);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static Dictionary<string, object?> Without(Dictionary<string, object?> input, string name)
    {
        input.Remove(name);
        return input;
    }

    private Dictionary<string, object?> Session(string cohort) => new() { ["cohort"] = cohort, ["heldAt"] = server.NowText, ["minutes"] = 60 };

    private Task<Company> OpenAsync(string type, int mentors, int mentees) =>
        Company.OpenAsync(server, $"G{Guid.NewGuid():N}"[..8], mentors, mentees, new() { ["type"] = type });
}
