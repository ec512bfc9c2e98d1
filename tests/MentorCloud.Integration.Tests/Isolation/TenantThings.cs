using System.Buffers.Text;
using System.Text;
using MentorCloud.Integration.Tests.Http;

namespace MentorCloud.Integration.Tests.Isolation;

/// <summary>Global ids of one tenant's things, one of each kind.</summary>
internal sealed record TenantThings(
    string Tenant, string Cohort, string Round, string Pairing, string Mentor, string Mentee, string Rotation, string MatchRequest = "")
{
    private const string Query = """
        query($cohort: ID!) {
          tenant { id }
          cohort(id: $cohort) { id rounds { nodes { id } } }
          pairings(first: 1, filter: { cohort: $cohort }) { nodes { id mentor { id } mentee { id } } }
        }
        """;

    /// <summary>Reads them as the tenant's own client.</summary>
    public static async Task<TenantThings> ReadAsync(GraphQLClient own, string cohort, string rotation)
    {
        var found = await own.QueryAsync(Query, new { cohort });
        var pairing = found.GetProperty("pairings").GetProperty("nodes")[0];
        return new TenantThings(
            found.GetProperty("tenant").GetProperty("id").GetString()!,
            cohort,
            found.GetProperty("cohort").GetProperty("rounds").GetProperty("nodes")[0].GetProperty("id").GetString()!,
            pairing.GetProperty("id").GetString()!,
            pairing.GetProperty("mentor").GetProperty("id").GetString()!,
            pairing.GetProperty("mentee").GetProperty("id").GetString()!,
            rotation);
    }

    /// <summary>Ids of the same kinds and form that nobody has.</summary>
    public TenantThings Unknown() => new(
        Changed(Tenant), Changed(Cohort), Changed(Round), Changed(Pairing), Changed(Mentor), Changed(Mentee), Changed(Rotation), MatchRequest.Length == 0 ? MatchRequest : Changed(MatchRequest));

    private static string Changed(string globalId)
    {
        var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(globalId));
        return Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text[..^8] + "00000000"));
    }
}
