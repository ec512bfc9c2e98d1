using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace MentorCloud.Benchmarks.GraphQL;

/// <summary>
/// Server CPU a request for four queries: our engine, a bare endpoint with source-generated JSON, and mercurius with JIT.
/// Runs are interleaved and medians are told. Needs wrk and node; <c>--seconds N</c> and <c>--rounds N</c> change the length.
/// </summary>
internal static class GraphQLArea
{
    private static readonly (string Name, string Document, string Variables, string? BareBody)[] Queries =
    [
        ("hello", "{ hello }", "{}", null),
        ("list", "{ items { id name title active score count createdAt level rate note owner { id name } } }", "{}", null),
        ("connection", "query($n: Int!) { itemsConnection(first: $n) { edges { cursor node { id name score } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }", """{"n":20}""", null),
        ("mutation", "mutation($i: NewItem!) { createItem(input: $i) { item { id name title active score count note } } }", """{"i":{"name":"n","title":"t","active":true,"score":1.5,"count":3,"note":"x"}}""", """{"name":"n","title":"t","active":true,"score":1.5,"count":3,"note":"x"}"""),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = Option(args, "--seconds", 5);
        var rounds = Option(args, "--rounds", 5);
        var servers = new List<BenchProcess>();
        try
        {
            await StartAsync(servers);
            var results = new Dictionary<(string Server, string Query), List<(double Micros, double PerSecond)>>();
            for (var round = 0; round <= rounds; round++)
            {
                foreach (var query in Queries)
                {
                    foreach (var server in servers)
                    {
                        var measured = await MeasureAsync(server, query, seconds);
                        // The first round warms up.
                        if (round == 0) continue;
                        if (!results.TryGetValue((server.Name, query.Name), out var list)) results.Add((server.Name, query.Name), list = []);
                        list.Add(measured);
                    }
                }
            }

            await ReportAsync(args, servers, results);
            return 0;
        }
        finally
        {
            foreach (var server in servers) server.Dispose();
        }
    }

    private static async Task StartAsync(List<BenchProcess> servers)
    {
        var root = Root();
        var project = Path.Combine(root, "tests", "MentorCloud.GraphQL.BenchServer");
        await RunToEndAsync("dotnet", root, "build", "-c", "Release", "--nologo", "-v", "q", project);
        var dll = Path.Combine(root, "artifacts", "embedded", "bin", "MentorCloud.GraphQL.BenchServer", "release", "MentorCloud.GraphQL.BenchServer.dll");
        servers.Add(await BenchProcess.StartAsync("ours", 5191, "dotnet", root, dll, "ours", "5191"));
        servers.Add(await BenchProcess.StartAsync("bare", 5192, "dotnet", root, dll, "bare", "5192"));
        var peer = Path.Combine(project, "mercurius");
        if (!Directory.Exists(Path.Combine(peer, "node_modules"))) await RunToEndAsync("npm", peer, "ci");
        servers.Add(await BenchProcess.StartAsync("mercurius", 5193, "node", peer, "server.mjs", "5193"));
    }

    private static async Task<(double Micros, double PerSecond)> MeasureAsync(BenchProcess server, (string Name, string Document, string Variables, string? BareBody) query, int seconds)
    {
        var bare = server.Name == "bare";
        var url = new Uri($"http://127.0.0.1:{server.Port}/{(bare ? query.Name : "graphql")}");
        var body = bare ? query.BareBody : $$"""{"query":"{{query.Document}}","variables":{{query.Variables}}}""";
        var before = server.CpuSeconds();
        var (requests, perSecond) = await Wrk.RunAsync(url, body, seconds);
        return ((server.CpuSeconds() - before) * 1e6 / requests, perSecond);
    }

    private static async Task ReportAsync(string[] args, List<BenchProcess> servers, Dictionary<(string Server, string Query), List<(double Micros, double PerSecond)>> results)
    {
        Console.WriteLine("| query | server | CPU us a request | requests a second | CPU to bare |");
        Console.WriteLine("|---|---|---|---|---|");
        var rows = new List<object>();
        foreach (var query in Queries)
        {
            var bare = Median(results[("bare", query.Name)].Select(r => r.Micros));
            foreach (var server in servers)
            {
                var runs = results[(server.Name, query.Name)];
                var micros = Median(runs.Select(r => r.Micros));
                var perSecond = Median(runs.Select(r => r.PerSecond));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {query.Name} | {server.Name} | {micros:0.0} | {perSecond:0} | {micros / bare:0.00} |"));
                rows.Add(new { query = query.Name, server = server.Name, micros, perSecond, toBare = micros / bare });
            }
        }

        var at = Array.IndexOf(args, "--json");
        if (at >= 0) await File.WriteAllTextAsync(args[at + 1], JsonSerializer.Serialize(rows));
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    internal static int Option(string[] args, string name, int normal)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : normal;
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MentorCloud.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run this from a checkout of the repository.");
    }

    private static async Task RunToEndAsync(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder }) ?? throw new InvalidOperationException($"{program} did not start");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed");
    }
}
