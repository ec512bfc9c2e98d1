using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace MentorCloud.Benchmarks.Start;

/// <summary>Starts a server and takes the time until it answers.</summary>
internal static class StartedServer
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(4);
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    /// <summary>Milliseconds from process start to the first 200 of a path, and to the first answer of GraphQL with a token of its own.</summary>
    public static async Task<(double Ready, double Answered)> MeasureAsync(string program, Func<int, string[]> arguments, string path, GrainFolder? login)
    {
        var port = FreePort();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Bound };
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(Command(program, arguments(port)))!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            await UntilAnsweredAsync(http, path, process);
            var ready = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            if (login is not null) await AskAsync(http, login);
            return (ready, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    /// <summary>A program: the native host of a published one, or <c>dotnet</c> with an assembly.</summary>
    public static ProcessStartInfo Command(string program, string[] arguments) =>
        program.EndsWith(".dll", StringComparison.Ordinal)
            ? new ProcessStartInfo("dotnet", ["exec", program, .. arguments]) { RedirectStandardOutput = true }
            : new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };

    private static async Task UntilAnsweredAsync(HttpClient http, string path, Process process)
    {
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"{process.StartInfo.FileName} ended with code {process.ExitCode}.");
            try
            {
                using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(Between);
        }
    }

    /// <summary>As an integrator after a restart: a new token, then a query.</summary>
    private static async Task AskAsync(HttpClient http, GrainFolder login)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "{ pairings(first: 3) { totalCount nodes { id score mentor { name } mentee { name } } } }" }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(http, login));
        using var answer = await http.SendAsync(request);
        var body = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        if (!body.GetProperty("data").GetProperty("pairings").GetProperty("nodes").EnumerateArray().Any()) throw new InvalidOperationException(body.GetRawText());
    }

    /// <summary>An access token of the demo's machine client.</summary>
    public static async Task<string> TokenAsync(HttpClient http, GrainFolder login)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", login.ClientId), new("client_secret", login.ClientSecret),
        ]);
        using var token = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        var granted = await token.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return granted.GetProperty("access_token").GetString()!;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
