using System.Net;
using MentorCloud.Integration.Tests.Operations;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Testing;

namespace MentorCloud.Integration.Tests.Telemetry;

/// <summary>What <c>/metrics</c> says, and to whom.</summary>
[Collection(PreparedFolderCollection.Name)]
public sealed class MetricsTests(PreparedFolder prepared)
{
    private const string Lags = "mentorcloud_views_lag_seconds_count";

    [Fact]
    public async Task Metrics_count_what_requests_did_and_name_no_tenant()
    {
        using var folder = prepared.Folder.Copy();
        await using var server = await HostServer.StartAsync(folder);
        using var client = await prepared.Halvorsen.ClientAsync(server.Address);
        using var http = new HttpClient { BaseAddress = server.Address };
        var before = Exposition.Read(await http.GetStringAsync(new Uri("/metrics", UriKind.Relative)));
        for (var number = 0; number < 5; number++)
        {
            await client.MutateAsync("cohortCreate", "cohort { id }", new { idempotencyKey = $"m{number}", design = new { name = $"Metrics {number}" } });
        }

        // Grains publish after they answered.
        var text = await Poll.UntilAsync("five publications", HostProgram.Bound, async () =>
        {
            var scraped = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
            return Exposition.Read(scraped).Sum(Lags) - before.Sum(Lags) >= 5 ? scraped : null;
        });
        var after = Exposition.Read(text);

        Assert.Equal(5, Grown("graphql_server_operation_duration_seconds_count"));
        Assert.True(Grown("mentorcloud_grains_turns_total") >= 5);
        Assert.True(Grown("mentorcloud_grain_store_writes_total") >= 5);
        Assert.True(Grown("mentorcloud_grain_store_commit_duration_seconds_count") >= 1);
        Assert.True(Grown("mentorcloud_grain_store_group_size_count") >= 1);
        Assert.True(Grown("http_server_request_duration_seconds_count") >= 5);
        foreach (var gauge in new[] { "mentorcloud_views_oldest_publication_age_seconds", "mentorcloud_views_waiting_publications", "mentorcloud_store_bytes", "dotnet_process_memory_working_set_bytes", "mentorcloud_grains_active" })
        {
            Assert.Equal("gauge", after.Types[gauge]);
        }

        foreach (var name in new[] { "halvorsen", "Halvorsen", "Metrics 1", prepared.Halvorsen.Id })
        {
            Assert.DoesNotContain(name, text, StringComparison.Ordinal);
        }

        double Grown(string name) => after.Sum(name) - before.Sum(name);
    }

    [Fact]
    public async Task Metrics_without_an_address_of_their_own_are_hidden_from_what_a_proxy_passes_on()
    {
        using var folder = new DataFolder();
        await using var server = await HostServer.StartAsync(folder, "--no-demo");
        using var http = new HttpClient { BaseAddress = server.Address };

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "/metrics"));
        foreach (var header in new[] { "X-Forwarded-For", "Forwarded", "Via" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(http, "/metrics", header));
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(http, "/metrics", "Host"));
    }

    [Fact]
    public async Task Metrics_of_a_server_with_a_public_address_are_served_on_their_own_address_alone()
    {
        using var folder = new DataFolder();
        folder.Environment["MENTORCLOUD__PUBLICURL"] = "https://mentoring.example";
        await using var server = await HostServer.StartAsync(folder, "--no-demo");
        using var http = new HttpClient { BaseAddress = server.Address };

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(http, "/metrics"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "/livez"));
    }

    [Fact]
    public async Task Metrics_with_an_address_of_their_own_are_served_there_and_nothing_else_is()
    {
        using var folder = new DataFolder();
        var own = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        folder.Environment["MENTORCLOUD__METRICSURL"] = own.GetLeftPart(UriPartial.Authority);
        await using var server = await HostServer.StartAsync(folder, "--no-demo");
        using var main = new HttpClient { BaseAddress = server.Address };
        using var metrics = new HttpClient { BaseAddress = own };

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(main, "/metrics"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(metrics, "/metrics", "X-Forwarded-For"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(metrics, "/readyz"));
        foreach (var path in new[] { "/login", "/graphql", "/.well-known/openid-configuration" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(metrics, path));
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string path, string? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, "192.0.2.7");
        }

        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
