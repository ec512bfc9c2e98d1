using System.Text.Json;
using MentorCloud.Gateway.Ids;
using MentorCloud.Integration.Tests.Isolation.Matrix;

namespace MentorCloud.Integration.Tests.Isolation;

/// <summary>A program manager who is limited to one cohort: lists show it alone, and it is theirs to run.</summary>
[Collection(MatrixCollection.Name)]
public sealed class LimitedManagerTests(MatrixFixture matrix)
{
    private const string Lists = """
        { cohorts(first: 100) { nodes { id } } pairings(first: 100) { totalCount } matchRequests(first: 100) { totalCount }
          programCases(first: 100) { totalCount } participants(first: 100) { nodes { id } } }
        """;

    private MatrixActor Manager => matrix.Actors.Single(actor => actor.Name == "limited manager");

    private string Cohort => GlobalId.Of("Cohort", matrix.Own.OutsidersCohort);

    [Fact]
    public async Task Lists_show_the_managers_own_cohort_and_its_people()
    {
        var seen = await Manager.Client.QueryAsync(Lists);

        Assert.Equal(Cohort, Assert.Single(Ids(seen.GetProperty("cohorts"))));
        Assert.All(["pairings", "matchRequests", "programCases"], list => Assert.Equal(0, seen.GetProperty(list).GetProperty("totalCount").GetInt32()));
        var people = Ids(seen.GetProperty("participants"));
        Assert.Contains(GlobalId.Of("Participant", matrix.Own.Outsider), people);
        Assert.DoesNotContain(matrix.Own.Things["Mentor"], people);
        Assert.DoesNotContain(matrix.Own.Things["Participant"], people);
    }

    [Fact]
    public async Task Own_cohort_is_run_and_no_other_is_made()
    {
        var vetoed = await Manager.Client.TryMutateAsync("cohortProposeWeights", "cohort { id }", new { idempotencyKey = "limited-1", cohort = Cohort });
        Assert.Equal("CALIBRATION_TOO_FEW", vetoed.GetProperty("userErrors")[0].GetProperty("code").GetString());
        var made = await Manager.Client.SendAsync(
            Http.GraphQLClient.MutationOf("cohortCreate", string.Empty), new { input = new { idempotencyKey = "limited-2", design = new { name = "Another" } } });
        Assert.Equal("FORBIDDEN", made.ErrorCode);
    }

    [Fact]
    public async Task Limits_are_seen_by_admins_alone_and_are_lifted_with_the_next_request()
    {
        var tenant = await matrix.Own.Admin.QueryAsync("{ tenant { delegations { account cohorts { id } } } }");
        var limits = tenant.GetProperty("tenant").GetProperty("delegations").EnumerateArray();
        Assert.Contains(limits, limit => limit.GetProperty("cohorts").EnumerateArray().Any(cohort => cohort.GetProperty("id").GetString() == Cohort));
        var hidden = await Manager.Client.QueryAsync("{ tenant { delegations { account } } }");
        Assert.Equal(JsonValueKind.Null, hidden.GetProperty("tenant").GetProperty("delegations").ValueKind);

        using var other = await matrix.Own.LimitedManagerAsync("lifted");
        Assert.Single(Ids((await other.QueryAsync(Lists)).GetProperty("cohorts")));
        await matrix.Own.LiftAsync("lifted");
        Assert.True(Ids((await other.QueryAsync(Lists)).GetProperty("cohorts")).Count > 1);
    }

    [Theory]
    [InlineData("admin", "INPUT_INVALID", "account")]
    [InlineData("nobody", "NOT_FOUND", "account")]
    public async Task Only_managers_are_limited(string who, string code, string field)
    {
        var account = who == "nobody" ? "no id" : await matrix.Own.AccountIdAsync(who);
        var refused = await matrix.Own.Admin.TryMutateAsync("tenantDelegate", string.Empty, new { idempotencyKey = $"wrong-{who}", account, cohorts = new[] { Cohort } });
        var error = refused.GetProperty("userErrors")[0];
        Assert.Equal((code, field), (error.GetProperty("code").GetString(), error.GetProperty("field")[0].GetString()));
    }

    private static List<string?> Ids(JsonElement list) => [.. list.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString())];
}
