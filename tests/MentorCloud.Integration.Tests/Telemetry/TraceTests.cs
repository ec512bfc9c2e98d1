using System.Net.Http.Headers;
using System.Net.Http.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Operations;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Testing;

namespace MentorCloud.Integration.Tests.Telemetry;

/// <summary>One request is one tree of spans, from HTTP through GraphQL and grain to the store, under the caller's own trace.</summary>
[Collection(PreparedFolderCollection.Name)]
public sealed class TraceTests(PreparedFolder prepared)
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Caller = "b7ad6b7169203331";
    private const string Secret = "Zanzibar";

    [Fact]
    public async Task Spans_of_a_mutation_form_one_tree_under_the_callers_trace_and_tell_nothing_of_it()
    {
        await using var collector = await Collector.StartAsync(FreePort.Find());
        using var folder = prepared.Folder.Copy();
        folder.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address.GetLeftPart(UriPartial.Authority);
        folder.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        await using (var server = await HostServer.StartAsync(folder))
        {
            await CreateCohortAsync(server);
            Assert.Equal(0, await server.StopAsync());
        }

        var spans = collector.Spans.Where(span => span.Trace == Trace).ToDictionary(span => span.Id, StringComparer.Ordinal);
        var root = Assert.Single(spans.Values, span => span.Parent == Caller);
        Assert.Equal(("POST /graphql", "Microsoft.AspNetCore"), (root.Name, root.Source));
        Assert.All(spans.Values, span => Assert.True(span == root || spans.ContainsKey(span.Parent), $"{span.Name} hangs in the air."));
        // The cohort's own; it writes its calendar of prompts by another grain.
        var write = Assert.Single(spans.Values, span => span.Name == "grain store write" && spans[span.Parent].Name.Contains("Cohort", StringComparison.Ordinal));
        Assert.Equal(
            ["MentorCloud.GrainStorage", "MentorCloud.GrainRuntime", "MentorCloud.GraphQL", "Microsoft.AspNetCore"],
            Way(spans, write).Select(span => span.Source).Distinct());
        Assert.Contains(spans.Values, span => span.Source == "MentorCloud.Storage");
        CheckSaysNothing(collector.Spans);
    }

    private static IEnumerable<Span> Way(Dictionary<string, Span> spans, Span from)
    {
        for (Span? at = from; at is not null; at = spans.GetValueOrDefault(at.Parent))
        {
            yield return at;
        }
    }

    private static void CheckSaysNothing(IEnumerable<Span> spans)
    {
        foreach (var text in spans.SelectMany(span => span.Attributes.Values.Append(span.Name)))
        {
            foreach (var secret in new[] { Secret, "halvorsen", "cohortCreate(", "@" })
            {
                Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private async Task CreateCohortAsync(HostServer server)
    {
        var login = prepared.Halvorsen.Login;
        var token = await GraphQLClient.TokenAsync(server.Address, login.GetProperty("clientId").GetString()!, login.GetProperty("clientSecret").GetString()!);
        using var http = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{Trace}-{Caller}-01");
        request.Content = JsonContent.Create(new
        {
            query = GraphQLClient.MutationOf("cohortCreate", "cohort { id }"),
            variables = new { input = new { idempotencyKey = "trace", design = new { name = $"Cohort {Secret}" } } },
        });
        using var answer = await http.SendAsync(request);
        Assert.Contains("\"userErrors\":[]", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
