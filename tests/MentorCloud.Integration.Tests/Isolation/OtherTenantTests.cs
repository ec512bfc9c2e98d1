using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Rounds;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Isolation;

/// <summary>Another tenant's things answer exactly like things that do not exist: to every role, in both directions.</summary>
[Collection(DemoServerCollection.Name)]
public sealed class OtherTenantTests(DemoServer demo)
{
    private const string Roster = """
        external_id,kind,name,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees
        ISR-1,mentor,Ada,Any,,,Any,Any,Etc/UTC,4,1
        ISR-2,mentor,Bo,Any,,,Any,Any,Etc/UTC,4,1
        ISR-3,mentee,Cai,Any,,,Any,Any,Etc/UTC,4,0

        """;

    private const string Snapshot = """
        query($cohort: ID!) {
          participants(first: 100) { totalCount }
          cohort(id: $cohort) { name phase mentorCount menteeCount rounds { totalCount nodes { status } } }
          pairings(first: 100, filter: { cohort: $cohort }) { nodes { id stage checkInsDone contracts { version status } } }
        }
        """;

    [Theory]
    [InlineData("admin")]
    [InlineData("mentor")]
    [InlineData("mentee")]
    [InlineData("client")]
    public async Task Things_of_the_other_tenant_answer_like_unknown_ones(string role)
    {
        await CheckAsync(demo.Halvorsen, demo.Meridian, role);
        await CheckAsync(demo.Meridian, demo.Halvorsen, role);
    }

    [Fact]
    public async Task Reads_that_find_nothing_elsewhere_find_things_in_their_own_tenant()
    {
        using var own = await demo.Meridian.ClientAsync(demo.Address);
        var things = await TenantThings.ReadAsync(own, demo.Meridian.Cohort, await RotationAsync(own, "own"));
        foreach (var attempt in Attempts.Reads.Concat(Attempts.Lists))
        {
            var found = await attempt.SendAsync(own, things, "own");
            var nothing = await attempt.SendAsync(own, things.Unknown(), "own");
            Assert.Null(found.ErrorCode);
            Assert.NotEqual(nothing.Body, found.Body);
        }
    }

    [Fact]
    public async Task Match_request_of_the_other_tenant_answers_like_an_unknown_one_and_is_one_to_the_two()
    {
        using var owner = await demo.Halvorsen.ClientAsync(demo.Address);
        using var mentor = await demo.Halvorsen.MentorAsync(demo.Address);
        using var mentee = await demo.Halvorsen.MenteeAsync(demo.Address);
        var things = await TenantThings.ReadAsync(owner, demo.Halvorsen.Cohort, await RotationAsync(owner, "match-request"));
        things = things with { MatchRequest = await SelfMatchTests.AskAsync(owner, mentor, mentee, "isolation-asked") };

        foreach (var role in new[] { "admin", "mentor", "mentee", "client" })
        {
            using var caller = await LogInAsync(demo.Meridian, role);
            await TryAllAsync(Attempts.OnMatchRequests, caller, things, $"asked-{role}");
        }

        var seen = await mentor.QueryAsync("query($id: ID!) { matchRequest(id: $id) { status } }", new { id = things.MatchRequest });
        Assert.Equal("OPEN", seen.GetProperty("matchRequest").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Person_of_one_tenant_cannot_log_in_to_the_other()
    {
        using var browser = GraphQLClient.Anonymous(demo.Address);
        var login = demo.Halvorsen.Login;

        var status = await browser.LogInAsync(MeridianFolder.Slug, login.GetProperty("email").GetString()!, login.GetProperty("password").GetString()!);

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, status);
        Assert.Equal("UNAUTHENTICATED", (await browser.SendAsync("{ tenant { name } }")).ErrorCode);
    }

    private async Task CheckAsync(DemoTenant from, DemoTenant other, string role)
    {
        using var owner = await other.ClientAsync(demo.Address);
        using var caller = await LogInAsync(from, role);
        var things = await TenantThings.ReadAsync(owner, other.Cohort, await RotationAsync(owner, $"{other.Slug}-{role}"));
        var before = await owner.QueryAsync(Snapshot, new { cohort = other.Cohort });

        await TryAllAsync([.. Attempts.Reads, .. Attempts.Lists, .. Attempts.Mutations], caller, things, role);

        var after = await owner.QueryAsync(Snapshot, new { cohort = other.Cohort });
        Assert.Equal(before.GetRawText(), after.GetRawText());
    }

    private static async Task TryAllAsync(IReadOnlyList<Attempt> attempts, GraphQLClient caller, TenantThings things, string role)
    {
        for (var index = 0; index < attempts.Count; index++)
        {
            var foreign = await attempts[index].SendAsync(caller, things, $"{role}-{index}-foreign");
            var unknown = await attempts[index].SendAsync(caller, things.Unknown(), $"{role}-{index}-unknown");
            Assert.Equal(unknown.Status, foreign.Status);
            Assert.Equal(unknown.Body, foreign.Body);
            Assert.False(foreign.ErrorCode is "GRAPHQL_VALIDATION_FAILED" or "BAD_USER_INPUT" or "UNAUTHENTICATED" or "INTERNAL", foreign.Body);
        }
    }

    /// <summary>A rotation in a cohort of its own.</summary>
    private static async Task<string> RotationAsync(GraphQLClient owner, string name)
    {
        var cohort = new RoundsCohort(owner, $"isolation-{name}");
        await cohort.OpenAsync(Roster, new { months = 9 });
        var started = await owner.MutateAsync("rotationPlan", "rotation { id }", new { idempotencyKey = cohort.Key(), cohort = cohort.Id, stages = 2 });
        return started.GetProperty("rotation").GetProperty("id").GetString()!;
    }

    private Task<GraphQLClient> LogInAsync(DemoTenant tenant, string role) => role switch
    {
        "admin" => tenant.AdminAsync(demo.Address),
        "mentor" => tenant.MentorAsync(demo.Address),
        "mentee" => tenant.MenteeAsync(demo.Address),
        _ => tenant.ClientAsync(demo.Address),
    };
}
