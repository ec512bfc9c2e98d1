using System.Net;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.BadInput;

/// <summary>Requests that no server should stumble over.</summary>
[Collection(DemoServerCollection.Name)]
public sealed class RequestTests(DemoServer demo)
{
    private const string OwnTenant = "{ tenant { name } }";

    [Theory]
    [InlineData("{\"query\":")]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("{\"query\":7}")]
    [InlineData("{}")]
    public async Task Request_with_malformed_body_is_refused_as_bad_request(string body)
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);

        var answer = await client.SendRawAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("BAD_REQUEST", answer.ErrorCode);
    }

    [Fact]
    public async Task Request_with_unknown_operation_is_refused_with_its_code()
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);

        var answer = await client.SendAsync("query Known { tenant { name } }", operationName: "Unknown");

        Assert.Equal("OPERATION_RESOLUTION_FAILURE", answer.ErrorCode);
    }

    [Theory]
    [InlineData("{ tenant { name }", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ tenant { nobodyKnows } }", "GRAPHQL_VALIDATION_FAILED")]
    public async Task Document_with_errors_is_refused_with_its_code(string document, string code)
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);

        var answer = await client.SendAsync(document);

        Assert.Equal(code, answer.ErrorCode);
    }

    [Fact]
    public async Task Variable_of_wrong_type_is_refused_as_bad_user_input()
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);

        var number = await client.SendAsync("query($first: Int) { cohorts(first: $first) { totalCount } }", new { first = "many" });
        var missing = await client.SendAsync("query($id: ID!) { cohort(id: $id) { name } }", new { });
        var unknownField = await client.SendAsync(
            GraphQLClient.MutationOf("cohortOpen", "cohort { id }"), new { input = new { idempotencyKey = "k", cohort = "c", surprise = true } });

        Assert.All([number, missing, unknownField], answer => Assert.Equal("BAD_USER_INPUT", answer.ErrorCode));
    }

    [Fact]
    public async Task Query_and_mutation_without_login_are_refused_as_unauthenticated()
    {
        using var nobody = GraphQLClient.Anonymous(demo.Address);

        var query = await nobody.SendAsync(OwnTenant);
        var mutation = await nobody.SendAsync(
            GraphQLClient.MutationOf("cohortOpen", "cohort { id }"), new { input = new { idempotencyKey = "k", cohort = demo.Halvorsen.Cohort } });

        Assert.All([query, mutation], answer => Assert.Equal("UNAUTHENTICATED", answer.ErrorCode));
    }

    [Fact]
    public async Task Token_that_is_garbage_or_was_changed_is_nobodys()
    {
        var login = demo.Halvorsen.Login;
        var token = await GraphQLClient.TokenAsync(demo.Address, login.GetProperty("clientId").GetString()!, login.GetProperty("clientSecret").GetString()!);
        var parts = token.Split('.');
        var unsigned = $"eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.{parts[1]}.";
        var changed = $"{parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}";

        foreach (var shown in new[] { "garbage", unsigned, changed })
        {
            using var client = GraphQLClient.WithToken(demo.Address, shown);
            Assert.Equal("UNAUTHENTICATED", (await client.SendAsync(OwnTenant)).ErrorCode);
        }

        using var right = GraphQLClient.WithToken(demo.Address, token);
        Assert.Null((await right.SendAsync(OwnTenant)).ErrorCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no id at all")]
    [InlineData("Q29ob3J0OjEyMw")]
    public async Task Id_that_is_malformed_answers_like_an_unknown_one(string id)
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);

        var read = await client.QueryAsync("query($id: ID!) { node(id: $id) { id } cohort(id: $id) { id } }", new { id });
        var opened = await client.TryMutateAsync("cohortOpen", "cohort { id }", new { idempotencyKey = "malformed", cohort = id });

        Assert.Equal("""{"node":null,"cohort":null}""", read.GetRawText());
        Assert.Equal("NOT_FOUND", opened.GetProperty("userErrors")[0].GetProperty("code").GetString());
    }
}
