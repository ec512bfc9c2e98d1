using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace MentorCloud.Benchmarks.Quotas;

/// <summary>Sends the same request at a steady rate whether answers come or not; a latency counts from when its request was due.</summary>
internal sealed class SteadyLoad(Uri server, string token, string query)
{
    private readonly ConcurrentBag<double> latencies = [];
    private int served;
    private int refused;
    private int failed;

    /// <summary>Milliseconds of the answers with 200.</summary>
    public IEnumerable<double> Latencies => latencies;

    /// <summary>Answers with 200, with 429, and everything else.</summary>
    public (int Served, int Refused, int Failed) Counts => (served, refused, failed);

    public async Task RunAsync(double perSecond, TimeSpan span)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = server };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var (start, sent, running) = (Stopwatch.GetTimestamp(), 0, new List<Task>());
        while (Stopwatch.GetElapsedTime(start) is var now && now < span)
        {
            for (; sent < now.TotalSeconds * perSecond; sent++)
                running.Add(SendAsync(http, start + (long)(sent / perSecond * Stopwatch.Frequency)));
            running.RemoveAll(static task => task.IsCompletedSuccessfully);
            await Task.Delay(1);
        }

        await Task.WhenAll(running);
    }

    private async Task SendAsync(HttpClient http, long due)
    {
        using var content = new StringContent($"{{\"query\":\"{query}\"}}", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/graphql", UriKind.Relative), content);
        await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            latencies.Add(Stopwatch.GetElapsedTime(due).TotalMilliseconds);
            Interlocked.Increment(ref served);
        }
        else
        {
            Interlocked.Increment(ref answer.StatusCode == HttpStatusCode.TooManyRequests ? ref refused : ref failed);
        }
    }
}
