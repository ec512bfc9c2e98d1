using System.Text.Json;
using MentorCloud.Integration.Tests.Http;

namespace MentorCloud.Integration.Tests.Kill;

/// <summary>Counts that tests of killed work ask for.</summary>
internal static class KilledWork
{
    /// <summary>How many people the tenant's list has.</summary>
    public static async Task<int> PeopleAsync(GraphQLClient client) =>
        Total(await client.QueryAsync("{ participants(first: 1) { totalCount } }"), "participants");

    /// <summary>How many pairings a cohort's list has.</summary>
    public static async Task<int> PairingsAsync(GraphQLClient client, string cohort) => Total(
        await client.QueryAsync("query($cohort: ID!) { pairings(first: 1, filter: { cohort: $cohort }) { totalCount } }", new { cohort }), "pairings");

    private static int Total(JsonElement data, string list) => data.GetProperty(list).GetProperty("totalCount").GetInt32();
}
