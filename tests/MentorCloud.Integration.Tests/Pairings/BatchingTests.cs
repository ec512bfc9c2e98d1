using System.Text.Json;
using MentorCloud.Integration.Tests.Clocked;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>What a page of pairings costs the storage and the grains.</summary>
[Collection(ClockedCollection.Name)]
public sealed class BatchingTests(ClockedServer server)
{
    private const int DemoPairings = 19;

    private const string OnePairing = "IPairingGrain.Get";

    private const string Page = """
        query($first: Int!) {
          pairings(first: $first) {
            nodes { id stage mentor { name } mentee { name } contract { version status } health { status reasons { code } } }
          }
        }
        """;

    [Fact]
    public async Task Page_of_pairings_with_partners_contract_and_health_costs_the_same_whatever_its_length()
    {
        // The demo has 19 pairings; this makes one more, and its administrator is logged in.
        using var company = await Company.OpenAsync(server, $"B{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);

        var few = await CountAsync(company.Admin, 5);
        var many = await CountAsync(company.Admin, 20);

        // One call of each pairing's own grain, for its contract; everything else must not know how long the page is.
        Assert.True(few.Remove(OnePairing, out var fewCalls) && fewCalls == 5, $"{fewCalls} calls for 5 pairings");
        Assert.True(many.Remove(OnePairing, out var manyCalls) && manyCalls == 20, $"{manyCalls} calls for 20 pairings");
        Assert.Equal(few, many);
        Assert.Equal(1, many["IViews.PairingsAsync"]);
        Assert.Equal(1, many["IViews.ParticipantsByIdAsync"]);
        Assert.DoesNotContain(many.Keys, call => call.Contains("Grain.", StringComparison.Ordinal));
    }

    private async Task<SortedDictionary<string, int>> CountAsync(Person person, int pairings)
    {
        await server.PublishedAsync();
        server.Calls.Clear();
        var nodes = (await person.AskAsync(Page, new { first = pairings })).GetProperty("pairings").GetProperty("nodes");
        var counted = server.Calls.Snapshot();
        Assert.Equal(pairings, nodes.GetArrayLength());
        Assert.True(nodes.EnumerateArray().Count(node => node.GetProperty("contract").ValueKind == JsonValueKind.Object) >= Math.Min(pairings, DemoPairings), "contracts");
        return counted;
    }
}
