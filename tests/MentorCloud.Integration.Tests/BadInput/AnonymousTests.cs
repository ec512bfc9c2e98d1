using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.BadInput;

/// <summary>What somebody who has not logged in learns of the schema: nothing.</summary>
[Collection(DemoServerCollection.Name)]
public sealed class AnonymousTests(DemoServer demo)
{
    [Theory]
    [InlineData("{ __schema { types { name } } }")]
    [InlineData("{ __type(name: \"Pairing\") { fields { name } } }")]
    [InlineData("{ ...Hidden } fragment Hidden on Query { viewer { __typename } __schema { queryType { name } } }")]
    public async Task Introspection_is_for_the_logged_in(string document)
    {
        using var nobody = GraphQLClient.Anonymous(demo.Address);
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);

        Assert.Equal("INTROSPECTION_REFUSED", (await nobody.SendAsync(document)).ErrorCode);
        Assert.Null((await client.SendAsync(document)).ErrorCode);
    }

    [Theory]
    [InlineData("{ viewr { kind } }", "viewer")]
    [InlineData("{ viewer { kinds } }", "\"kind\"")]
    [InlineData("{ pairings(ordrBy: SCORE) { totalCount } }", "orderBy")]
    [InlineData("{ pairings(orderBy: SCOR) { totalCount } }", "SCORE")]
    [InlineData("{ pairings(filter: { stag: ACTIVE }) { totalCount } }", "\"stage\"")]
    [InlineData("{ node(id: \"x\") { ... on Pairin { id } } }", "\"Pairing\"")]
    [InlineData("{ viewer { ...Som } } fragment Some on Viewer { kind }", "Did you mean")]
    [InlineData("query($first: Inte) { pairings(first: $first) { totalCount } }", "\"Int\"")]
    [InlineData("{ viewer @skp(if: true) { kind } }", "skip")]
    [InlineData("mutation { cohortOpn(input: {}) { userErrors { code } } }", "cohortOpen")]
    public async Task Errors_suggest_no_name(string document, string name)
    {
        using var nobody = GraphQLClient.Anonymous(demo.Address);

        var answer = await nobody.SendAsync(document);

        Assert.Equal("GRAPHQL_VALIDATION_FAILED", answer.ErrorCode);
        Assert.DoesNotContain(name, answer.Body.Replace("\\\"", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", answer.Body, StringComparison.OrdinalIgnoreCase);
    }
}
