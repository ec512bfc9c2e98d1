using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Ids;
using MentorCloud.GrainRuntime;
using MentorCloud.Integration.Tests.Clocked;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>What stands still: a suspended tenant, an overloaded mentor; and what goes on: an extended term.</summary>
[Collection(ClockedCollection.Name)]
public sealed class StandstillTests(ClockedServer server)
{
    [Fact]
    public async Task Suspended_tenant_is_read_and_exported_but_not_changed()
    {
        using var company = await Company.OpenAsync(server, $"U{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        var pair = await new PairSteps(server, company, "E-1").SignAsync();
        GlobalId.TryRead<TenantId>(server.Demo.Id, "Tenant", out var tenant);
        var grain = server.Services.GetRequiredService<IGrainFactory>().GetGrain<ITenantGrain>(GrainKey.Of(tenant, tenant));
        var platform = Actor.System(tenant, "test");
        (await grain.Suspend(platform, EntityId.New<CommandId>(server.Now), "Unpaid")).OrThrow();
        try
        {
            Assert.Equal("TENANT_SUSPENDED", await ErrorAsync(pair.Mentee, "pairingLogHours", new { idempotencyKey = "one", pairing = pair.Pairing, at = server.NowText, minutes = 10 }));
            Assert.Equal("TENANT_SUSPENDED", await ErrorAsync(company.Admin, "taxonomyRetire", new { idempotencyKey = "two", names = new[] { "Finance" } }));
            Assert.Equal("ACTIVE", (await pair.SeeAsync(pair.Mentee, "stage")).GetProperty("stage").GetString());
            var viewer = (await pair.Mentee.AskAsync("{ viewer { export { archive } } }")).GetProperty("viewer");
            Assert.NotEmpty(viewer.GetProperty("export").GetProperty("archive").GetBytesFromBase64());
        }
        finally
        {
            (await grain.Resume(platform, EntityId.New<CommandId>(server.Now))).OrThrow();
        }

        await pair.Mentee.DoAsync("pairingLogHours", string.Empty, pair.With(("at", server.NowText), ("minutes", 10)));
    }

    [Fact]
    public async Task Overloaded_mentor_is_proposed_to_nobody_until_the_month_is_over()
    {
        using var company = await Company.OpenAsync(server, $"O{Guid.NewGuid():N}"[..8], mentors: 2, mentees: 3);
        var byMentor = company.Pairings.GroupBy(pair => pair.Value.Mentor, pair => pair.Key.Split('-', 2)[1]).OrderBy(group => group.Count()).ToList();
        var (first, second) = (new PairSteps(server, company, byMentor[0].Single()), new PairSteps(server, company, byMentor[1].First()));
        await first.SignAsync();
        var logged = await first.Mentor.DoAsync(
            "pairingLogHours", "pairing { hours { minutes overloaded } amendmentAdvice }", first.With(("at", server.NowText), ("minutes", 300)));
        Assert.True(logged.GetProperty("pairing").GetProperty("hours")[0].GetProperty("overloaded").GetBoolean());
        Assert.Contains("HOURS", logged.GetProperty("pairing").GetProperty("amendmentAdvice").EnumerateArray().Select(advice => advice.GetString()));
        await SeenByTheProgramAsync(company, first, isOpen: true);
        await second.SignAsync();
        await company.Admin.DoAsync("pairingReportDeparture", string.Empty, second.With(("side", "MENTOR")));
        var cover = await Processes.Poll.UntilAsync("the search", Processes.HostProgram.Bound, async () =>
        {
            var seen = (await second.SeeAsync(company.Admin, "cover { status alternatives { mentor { id } } }")).GetProperty("cover");
            return seen.ValueKind == System.Text.Json.JsonValueKind.Object && seen.GetProperty("status").GetString() == "PROPOSED" ? seen.GetRawText() : null;
        });
        Assert.DoesNotContain(first.Mentor.Id, cover, StringComparison.Ordinal);
        Assert.DoesNotContain("Read Cover", await AuditTrail.ActionsOnAsync(server, first.Mentor));
        await RefusedWithTheReasonAsync(company, first.Mentor, second.Mentee);

        await server.PassDaysAsync(32);
        await SeenByTheProgramAsync(company, first, isOpen: false);
        await company.Admin.DoAsync("coverSearch", string.Empty, second.With());
        await Processes.Poll.UntilAsync("the mentor among the alternatives", Processes.HostProgram.Bound, async () =>
            (await second.SeeAsync(company.Admin, "cover { alternatives { mentor { id } } }")).GetRawText().Contains(first.Mentor.Id, StringComparison.Ordinal) ? "found" : null);
        Assert.Contains("Read Cover", await AuditTrail.ActionsOnAsync(server, first.Mentor));
    }

    private static async Task SeenByTheProgramAsync(Company company, PairSteps pair, bool isOpen)
    {
        var found = await Processes.Poll.UntilAsync("the overload among the cases", Processes.HostProgram.Bound, async () =>
        {
            var cases = await company.Admin.AskAsync(
                "query($filter: ProgramCaseFilterInput) { programCases(filter: $filter) { nodes { pairing { id } overload { minutes } } } }",
                new { filter = new { cohort = company.Cohort, kind = "OVERLOAD", isOpen } });
            var nodes = cases.GetProperty("programCases").GetProperty("nodes");
            return nodes.GetArrayLength() == 1 ? nodes[0].GetRawText() : null;
        });
        Assert.Contains(pair.Pairing, found, StringComparison.Ordinal);
        Assert.Contains("300", found, StringComparison.Ordinal);
        var person = await company.Admin.AskAsync("query($id: ID!) { participant(id: $id) { overloadedUntil } }", new { id = pair.Mentor.Id });
        Assert.Equal(isOpen, person.GetProperty("participant").GetProperty("overloadedUntil").ValueKind != System.Text.Json.JsonValueKind.Null);
    }

    private static async Task RefusedWithTheReasonAsync(Company company, Person mentor, Person mentee)
    {
        var picked = await company.Admin.DoAsync("roundPick", "round { id }", new() { ["cohort"] = company.Cohort, ["pairs"] = new[] { new { mentor = mentor.Id, mentee = mentee.Id } } });
        var round = picked.GetProperty("round").GetProperty("id").GetString();
        await company.Admin.DoAsync("roundPublish", string.Empty, new() { ["round"] = round });
        var failure = await Processes.Poll.UntilAsync("the refusal", Processes.HostProgram.Bound, async () =>
        {
            var seen = (await company.Admin.AskAsync("query($id: ID!) { round(id: $id) { failure { code message } } }", new { id = round })).GetProperty("round").GetProperty("failure");
            return seen.ValueKind == System.Text.Json.JsonValueKind.Object ? seen.GetRawText() : null;
        });
        Assert.Contains("MENTOR_OVERLOADED", failure, StringComparison.Ordinal);
        Assert.Contains("until the month is over (", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cohort_is_closed_when_no_pairing_of_it_lives_and_can_only_be_read()
    {
        using var company = await Company.OpenAsync(server, $"K{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        var pair = new PairSteps(server, company, "E-1");
        var cohort = new Dictionary<string, object?> { ["cohort"] = company.Cohort };
        Assert.Equal("COHORT_PAIRINGS_LIVE", (await company.Admin.RefusedAsync("cohortClose", new(cohort))).Code);
        await company.Admin.DoAsync("pairingReportDeparture", string.Empty, pair.With(("side", "MENTEE")));

        var closed = await company.Admin.DoAsync("cohortClose", "cohort { phase }", new(cohort));

        Assert.Equal("CLOSED", closed.GetProperty("cohort").GetProperty("phase").GetString());
        Assert.Equal("COHORT_CLOSED", (await company.Admin.RefusedAsync("roundStart", new(cohort))).Code);
        Assert.Equal("ENDED", (await pair.SeeAsync(company.Admin, "stage")).GetProperty("stage").GetString());
    }

    [Fact]
    public async Task Term_is_extended_by_both_and_closed_by_the_manager()
    {
        using var company = await Company.OpenAsync(server, $"Y{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        var pair = await new PairSteps(server, company, "E-1").SignAsync();
        var before = (await pair.SeeAsync(pair.Mentee, "endsAt")).GetProperty("endsAt").GetDateTimeOffset();
        var proposed = await pair.Mentor.DoAsync("pairingDecideTerm", "pairing { endsAt termProposal { by months } }", pair.With(("choice", "EXTEND"), ("months", 2)));
        Assert.Equal(before, proposed.GetProperty("pairing").GetProperty("endsAt").GetDateTimeOffset());
        var extended = await pair.Mentee.DoAsync("pairingDecideTerm", "pairing { endsAt }", pair.With(("choice", "EXTEND"), ("months", 2)));
        Assert.InRange((extended.GetProperty("pairing").GetProperty("endsAt").GetDateTimeOffset() - before).TotalDays, 58, 63);
        var closed = await company.Admin.DoAsync("pairingDecideTerm", "pairing { stage outcome }", pair.With(("choice", "CLOSE")));
        Assert.Equal("CLOSED", closed.GetProperty("pairing").GetProperty("outcome").GetString());
    }

    private static async Task<string?> ErrorAsync(Person person, string mutation, object input) =>
        (await person.SendAsync(Http.GraphQLClient.MutationOf(mutation, string.Empty), new { input })).ErrorCode;
}
