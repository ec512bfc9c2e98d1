using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.MainJob;

/// <summary>What <c>demo</c> printed is what the server answers on the same folder.</summary>
[Collection(DemoServerCollection.Name)]
public sealed class DemoFactsTests(DemoServer demo)
{
    private const string Facts = """
        query($cohort: ID!) {
          tenant { id name slug framework { version profileCount } }
          cohorts(first: 100) { nodes { id name } }
          cohort(id: $cohort) {
            name phase mentorCount menteeCount
            rounds { nodes { status pairCount unmatchedCount totalScore upperBound certificateVerified } }
          }
          pairings(first: 100, filter: { cohort: $cohort }) { totalCount nodes { stage checkInsDone contract { status } } }
        }
        """;

    [Fact]
    public async Task Server_asked_by_the_demos_client_answers_the_demos_facts()
    {
        var summary = demo.Halvorsen.Summary;
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);

        var facts = await client.QueryAsync(Facts, new { cohort = demo.Halvorsen.Cohort });

        Assert.Equal(demo.Halvorsen.Id, facts.GetProperty("tenant").GetProperty("id").GetString());
        Assert.Contains(facts.GetProperty("cohorts").GetProperty("nodes").EnumerateArray(), each => each.GetProperty("id").GetString() == demo.Halvorsen.Cohort);
        var cohort = facts.GetProperty("cohort");
        Assert.Equal("OPEN", cohort.GetProperty("phase").GetString());
        Assert.Equal(summary.GetProperty("mentors").GetInt32(), cohort.GetProperty("mentorCount").GetInt32());
        Assert.Equal(summary.GetProperty("mentees").GetInt32(), cohort.GetProperty("menteeCount").GetInt32());
        var round = Assert.Single(cohort.GetProperty("rounds").GetProperty("nodes").EnumerateArray());
        Assert.Equal("PUBLISHED", round.GetProperty("status").GetString());
        Assert.Equal(summary.GetProperty("pairings").GetInt32(), round.GetProperty("pairCount").GetInt32());
        Assert.Equal(summary.GetProperty("unmatched").GetArrayLength(), round.GetProperty("unmatchedCount").GetInt32());
        Assert.Equal(summary.GetProperty("totalScore").GetDecimal(), round.GetProperty("totalScore").GetDecimal());
        Assert.Equal(summary.GetProperty("upperBound").GetDecimal(), round.GetProperty("upperBound").GetDecimal());
        Assert.True(round.GetProperty("certificateVerified").GetBoolean());
        var pairings = facts.GetProperty("pairings");
        Assert.Equal(summary.GetProperty("pairings").GetInt32(), pairings.GetProperty("totalCount").GetInt32());
        Assert.All(pairings.GetProperty("nodes").EnumerateArray(), pairing =>
        {
            Assert.Equal("ACTIVE", pairing.GetProperty("stage").GetString());
            Assert.Equal("ACTIVE", pairing.GetProperty("contract").GetProperty("status").GetString());
            Assert.Equal(1, pairing.GetProperty("checkInsDone").GetInt32());
        });
    }
}
