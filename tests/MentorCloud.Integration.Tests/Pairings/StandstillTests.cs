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
        await second.SignAsync();
        await company.Admin.DoAsync("pairingReportDeparture", string.Empty, second.With(("side", "MENTOR")));
        var cover = await Processes.Poll.UntilAsync("the search", Processes.HostProgram.Bound, async () =>
        {
            var seen = (await second.SeeAsync(company.Admin, "cover { status alternatives { mentor { id } } }")).GetProperty("cover");
            return seen.ValueKind == System.Text.Json.JsonValueKind.Object && seen.GetProperty("status").GetString() == "PROPOSED" ? seen.GetRawText() : null;
        });
        Assert.DoesNotContain(first.Mentor.Id, cover, StringComparison.Ordinal);
        Assert.DoesNotContain("Read Cover", await AuditTrail.ActionsOnAsync(server, first.Mentor));

        await server.PassDaysAsync(32);
        await company.Admin.DoAsync("coverSearch", string.Empty, second.With());
        await Processes.Poll.UntilAsync("the mentor among the alternatives", Processes.HostProgram.Bound, async () =>
            (await second.SeeAsync(company.Admin, "cover { alternatives { mentor { id } } }")).GetRawText().Contains(first.Mentor.Id, StringComparison.Ordinal) ? "found" : null);
        Assert.Contains("Read Cover", await AuditTrail.ActionsOnAsync(server, first.Mentor));
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
