using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MentorCloud.Benchmarks.Start;

namespace MentorCloud.Benchmarks.GraphQL;

/// <summary>
/// The real thing: a page of 20 pairings with mentor, mentee and health through the Gateway, logged in by an access token,
/// with limits, policy, audit and tracing on, beside an endpoint written by hand (tests/MentorCloud.Gateway.BenchServer)
/// that checks the same token and runs the same SQL. Both answer the same JSON from copies of one data folder.
/// </summary>
internal static class PageArea
{
    private const double Most = 2.0;

    /// <summary>
    /// Rounds before those that count. The runtime compiles what runs often a second and third time in the background: a profile
    /// showed a third of the Gateway's processor time there in its first twenty seconds under load.
    /// </summary>
    private const int WarmRounds = 6;
    private const string Query = "{ pairings(first: 20) { nodes { id stage score mentor { id name title } mentee { id name title } health { status reasons { code } } } pageInfo { hasNextPage } } }";

    private static readonly string Body = JsonSerializer.Serialize(new { query = Query });

    public static async Task<int> RunAsync(string[] args)
    {
        var (seconds, rounds) = (GraphQLArea.Option(args, "--seconds", 5), GraphQLArea.Option(args, "--rounds", 5));
        using var roster = new LongRoster(Path.Combine(GraphQLArea.Root(), "src", "MentorCloud.App", "Demo", "Sample"));
        using var folder = await GrainFolder.MakeAsync(Program("MentorCloud.Host"), 0, roster.Folder);
        using var copy = folder.Copy();
        using var sink = new TraceSink(StartedServer.FreePort());
        using var gateway = await GatewayAsync(folder, sink);
        using var byHand = await ByHandAsync(copy);
        var (ours, theirs) = (await TargetAsync(gateway, folder, "/graphql"), await TargetAsync(byHand, copy, "/pairings"));
        await CompareAsync(ours, theirs);

        var runs = new Dictionary<BenchProcess, List<(double Micros, double PerSecond)>> { [gateway] = [], [byHand] = [] };
        for (var round = -WarmRounds; round < rounds; round++)
        {
            foreach (var (server, target) in new[] { (gateway, ours), (byHand, theirs) })
            {
                var before = server.CpuSeconds();
                var (requests, perSecond) = await Wrk.RunAsync(target.Url, target.Body, seconds, target.Token);
                if (round >= 0) runs[server].Add(((server.CpuSeconds() - before) * 1e6 / requests, perSecond));
            }
        }

        if (sink.Bytes == 0) throw new InvalidOperationException("No span reached the collector.");
        await ReportAsync(runs[gateway], runs[byHand], args);
        return 0;
    }

    private static Task<BenchProcess> GatewayAsync(GrainFolder folder, TraceSink sink)
    {
        var port = StartedServer.FreePort();
        var start = StartedServer.Command(Program("MentorCloud.Host"), [.. folder.Serve(port), "--no-demo"]);
        start.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = sink.Address;
        start.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        // The budgets stay on and are charged; one account asks more here than any ever should.
        start.Environment["MENTORCLOUD__ACCOUNTPOINTSPERMINUTE"] = "1000000000";
        start.Environment["MENTORCLOUD__TENANTPOINTSPERMINUTE"] = "1000000000";
        return BenchProcess.StartAsync("gateway", port, start);
    }

    private static Task<BenchProcess> ByHandAsync(GrainFolder folder)
    {
        var port = StartedServer.FreePort();
        return BenchProcess.StartAsync("by hand", port, StartedServer.Command(
            Program("MentorCloud.Gateway.BenchServer"), [port.ToString(CultureInfo.InvariantCulture), folder.Data, folder.MasterKey]));
    }

    private static async Task<Target> TargetAsync(BenchProcess server, GrainFolder folder, string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
        return new Target(new Uri(http.BaseAddress, path), path == "/graphql" ? Body : null, await StartedServer.TokenAsync(http, folder));
    }

    /// <summary>Both give the same page, and none without a token.</summary>
    private static async Task CompareAsync(Target ours, Target theirs)
    {
        var (one, other) = (await AskAsync(ours), await AskAsync(theirs));
        if (!JsonElement.DeepEquals(one, other)) throw new InvalidOperationException($"The answers differ.\n{one}\n{other}");
        var nodes = one.GetProperty("data").GetProperty("pairings").GetProperty("nodes").GetArrayLength();
        if (nodes != 20) throw new InvalidOperationException($"The page has {nodes} pairings.");
    }

    private static async Task<JsonElement> AskAsync(Target target)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(target.Body is null ? HttpMethod.Get : HttpMethod.Post, target.Url);
        if (target.Body is not null) request.Content = new StringContent(target.Body, new MediaTypeHeaderValue("application/json"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", target.Token);
        using var answer = await http.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task ReportAsync(List<(double Micros, double PerSecond)> ours, List<(double Micros, double PerSecond)> theirs, string[] args)
    {
        var (cpu, bare) = (GraphQLArea.Median(ours.Select(r => r.Micros)), GraphQLArea.Median(theirs.Select(r => r.Micros)));
        var (rate, bareRate) = (GraphQLArea.Median(ours.Select(r => r.PerSecond)), GraphQLArea.Median(theirs.Select(r => r.PerSecond)));
        return Report.WriteAsync(
            "page",
            [
                new("page of 20 pairings, server CPU a request", cpu, "us", bare, "by hand", "at most 2.00", cpu <= Most * bare),
                new("page of 20 pairings, requests a second", rate, "1/s", bareRate, "by hand", "(no limit set)", true),
            ],
            args);
    }

    private static string Program(string project) => Path.Combine(
        GraphQLArea.Root(), "artifacts", "embedded", "bin", project, "release", project + ".dll");

    private sealed record Target(Uri Url, string? Body, string Token);
}
