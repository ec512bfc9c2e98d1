using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.BadInput;

/// <summary>What the server tells about its schema, and to whom.</summary>
[Collection(DemoServerCollection.Name)]
public sealed class DocumentRulesTests(DemoServer demo)
{
    private const string Introspection = "{ __schema { subscriptionType { fields { name } } } }";

    [Fact]
    public async Task Introspection_is_for_the_logged_in_only()
    {
        using var nobody = GraphQLClient.Anonymous(demo.Address);
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);

        Assert.Equal("INTROSPECTION_REFUSED", (await nobody.SendAsync(Introspection)).ErrorCode);
        Assert.Contains("pairingChanged", (await client.SendAsync(Introspection)).Data().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ pairing_ }", "pairings")]
    [InlineData("{ pairings(firs: 1) { totalCount } }", "\"first\"")]
    [InlineData("{ pairings(orderBy: SCOR) { totalCount } }", "SCORE")]
    [InlineData("{ node(id: \"x\") { ... on Pairin { id } } }", "Pairing\"")]
    public async Task Misspelt_name_is_refused_without_a_suggestion(string document, string hint)
    {
        using var nobody = GraphQLClient.Anonymous(demo.Address);

        var answer = await nobody.SendAsync(document);

        Assert.Equal("GRAPHQL_VALIDATION_FAILED", answer.ErrorCode);
        Assert.DoesNotContain(hint, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", answer.Body, StringComparison.OrdinalIgnoreCase);
    }
}
