using System.Net.Http.Json;
using System.Text.Json;
using MentorCloud.Integration.Tests.Http;

namespace MentorCloud.Integration.Tests.Clocked;

/// <summary>A bug behind the schema, planted in a port by the test: what the caller learns of it, and what the operator.</summary>
[Collection(ClockedCollection.Name)]
public sealed class FaultTests(ClockedServer server)
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319d";
    private const string Inner = "Connection string of the vault: hunter2";

    [Fact]
    public async Task Bug_gives_the_caller_an_opaque_id_that_the_log_has_with_trace_and_cause()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        var login = server.Demo.Login;
        var token = await GraphQLClient.TokenAsync(server.Address, login.GetProperty("clientId").GetString()!, login.GetProperty("clientSecret").GetString()!);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "{ viewer { kind } cohorts { totalCount } }" }),
        };
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{Trace}-b7ad6b7169203331-01");

        server.Calls.FailOnce("IViews.CohortsAsync", new InvalidOperationException(Inner));
        using var answer = await http.SendAsync(request);

        var body = await answer.Content.ReadAsStringAsync();
        using var json = JsonDocument.Parse(body);
        var error = Assert.Single(json.RootElement.GetProperty("errors").EnumerateArray());
        var id = error.GetProperty("extensions").GetProperty("id").GetString()!;
        Assert.Equal("INTERNAL", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("cohorts", error.GetProperty("path")[0].GetString());
        Assert.Contains(id, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("vault", body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("InvalidOperation", body, StringComparison.Ordinal);

        // An exception has many lines; the entry begins with the one that has the id.
        var entry = server.Logs.Text[server.Logs.Text.IndexOf(id, StringComparison.Ordinal)..];
        Assert.Contains(Trace, entry.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains(Inner, entry, StringComparison.Ordinal);
    }
}
