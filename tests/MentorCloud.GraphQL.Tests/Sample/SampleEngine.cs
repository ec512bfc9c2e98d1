using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.Tests.Sample;

/// <summary>Runs requests against the sample with one set of services.</summary>
internal sealed class SampleEngine(GraphQLEngineOptions? options = null)
{
    private static readonly Schema Shared = SampleSchema.Builder().Build();

    public ServiceProvider Services { get; } = SampleSchema.Services();

    public GraphQLEngine Engine { get; } = new(Shared, options);

    public Shelf Shelf => Services.GetRequiredService<Shelf>();

    public async Task<string> RunAsync(string query, string variables = "{}", bool authenticated = true)
    {
        using var parsed = JsonDocument.Parse(variables);
        using var response = await Engine.ExecuteAsync(
            new GraphQLRequest(query) { Variables = parsed.RootElement },
            new GraphQLRequestContext(Services) { State = new Caller("Ada"), IsAuthenticated = authenticated });
        return Encoding.UTF8.GetString(response.Json.Span);
    }

    public async Task<JsonElement> DataAsync(string query, string variables = "{}") => JsonElement.Parse(await RunAsync(query, variables));
}
