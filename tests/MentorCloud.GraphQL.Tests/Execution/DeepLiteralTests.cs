using MentorCloud.GraphQL.Tests.Generators;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.Tests.Execution;

/// <summary>Found by the fuzzer: a JSON scalar's literal deeper than System.Text.Json reads by default threw out of validation.</summary>
public sealed class DeepLiteralTests
{
    [Fact]
    public async Task Deep_literal_of_a_json_scalar_is_answered()
    {
        var engine = new GraphQLEngine(JsonResolver.Build("scalar Any type Query { args(a: Any): String }"));
        var depth = string.Concat(Enumerable.Repeat("[", 200));
        using var response = await engine.ExecuteAsync(
            new GraphQLRequest($"{{ args(a: {depth}{depth.Replace('[', ']')}) }}"),
            new GraphQLRequestContext(new ServiceCollection().BuildServiceProvider()) { State = System.Text.Json.JsonElement.Parse("{}") });
        Assert.Empty(response.Errors);
    }
}
