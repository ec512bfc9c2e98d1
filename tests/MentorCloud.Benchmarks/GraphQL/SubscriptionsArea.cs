using System.Globalization;
using MentorCloud.Benchmarks.Start;

namespace MentorCloud.Benchmarks.GraphQL;

/// <summary>
/// 2,000 open subscriptions, 1,000 events a second, ten recipients each, over server-sent events and over WebSockets: how
/// long an event takes from publishing to its reader, and what memory the server needs. Server and readers share the machine.
/// </summary>
internal static class SubscriptionsArea
{
    private const int Recipients = 10;
    private const int PerSecond = 1_000;
    private const int WarmUp = 3;
    private const double MostDelay = 100;
    private const double MostGrowth = 16;
    private const double Mebibyte = 1024 * 1024;

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = GraphQLArea.Option(args, "--seconds", 20);
        var open = GraphQLArea.Option(args, "--open", 2_000);
        List<Measurement> lines = [];
        foreach (var transport in (string[])["sse", "ws"]) lines.AddRange(await MeasureAsync(transport, open, seconds));
        await Report.WriteAsync("subscriptions", lines, args);
        return 0;
    }

    private static async Task<List<Measurement>> MeasureAsync(string transport, int open, int seconds)
    {
        var port = StartedServer.FreePort();
        using var server = await BenchProcess.StartAsync(
            transport, port, StartedServer.Command(Path.Combine(GraphQLArea.Root(), "artifacts", "embedded", "bin", "MentorCloud.GraphQL.BenchServer", "release", "MentorCloud.GraphQL.BenchServer.dll"), ["ours", port.ToString(CultureInfo.InvariantCulture)]));
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = int.MaxValue }) { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Timeout.InfiniteTimeSpan };
        var before = await NumberAsync(http, HttpMethod.Get, "/memory");
        var listeners = new List<Listener>();
        using var end = new CancellationTokenSource();
        for (var n = 0; n < open; n++) listeners.Add(await Listener.OpenAsync(transport, http, port, n % (open / Recipients)));
        var listening = listeners.ConvertAll(listener => listener.ListenAsync(end.Token));

        await PublishAsync(http, open / Recipients, WarmUp);
        var opened = await NumberAsync(http, HttpMethod.Get, "/memory");
        foreach (var listener in listeners) listener.Delays.Clear();
        var cpu = server.CpuSeconds();
        var reached = await PublishAsync(http, open / Recipients, seconds);
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        cpu = server.CpuSeconds() - cpu;
        var after = await NumberAsync(http, HttpMethod.Get, "/memory");
        var peak = server.PeakMemory();
        await end.CancelAsync();
        await Task.WhenAll(listening);
        foreach (var listener in listeners) await listener.DisposeAsync();
        return [.. Lines(transport, open, seconds, [.. listeners.SelectMany(listener => listener.Delays).Order()], reached, cpu, before, opened, after, peak)];
    }

    private static IEnumerable<Measurement> Lines(string transport, int open, int seconds, long[] delays, long reached, double cpu, long before, long opened, long after, long peak)
    {
        var expected = (double)PerSecond * seconds * Recipients;
        var (median, p99) = (At(delays, 0.5), At(delays, 0.99));
        yield return new($"{transport}: deliveries", delays.Length, "", expected, "asked", "all", delays.Length == expected && reached == delays.Length);
        yield return new($"{transport}: delivery, median", median, "ms", null, null, "(no limit set)", true);
        yield return new($"{transport}: delivery, p99", p99, "ms", null, null, "under 100 ms", p99 < MostDelay);
        yield return new($"{transport}: delivery, slowest", At(delays, 1), "ms", null, null, "(no limit set)", true);
        yield return new($"{transport}: server CPU a delivery", cpu * 1e6 / Math.Max(1, delays.Length), "us", null, null, "(no limit set)", true);
        yield return new($"{transport}: managed memory of one subscription", (opened - before) / (double)open / 1024, "KiB", null, null, "(no limit set)", true);
        yield return new($"{transport}: managed memory after the run", after / Mebibyte, "MiB", opened / Mebibyte, "before it", "no more than 16 MiB more", (after - opened) / Mebibyte < MostGrowth);
        yield return new($"{transport}: peak resident memory of the server", peak / Mebibyte, "MiB", null, null, "(no limit set)", true);
    }

    private static double At(long[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))] / 1e6;

    private static Task<long> PublishAsync(HttpClient http, int topics, int seconds) => NumberAsync(
        http, HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"/publish?topics={topics}&perSecond={PerSecond}&seconds={seconds}"));

    private static async Task<long> NumberAsync(HttpClient http, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var answer = await http.SendAsync(request);
        return long.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(), CultureInfo.InvariantCulture);
    }
}
