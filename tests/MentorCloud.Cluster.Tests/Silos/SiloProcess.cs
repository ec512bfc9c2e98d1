using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Testing;

namespace MentorCloud.Cluster.Tests.Silos;

/// <summary>The cluster edition's program as it was built beside these tests, in an environment of its own.</summary>
internal sealed class SiloProcess : IAsyncDisposable
{
    public static readonly TimeSpan Bound = TimeSpan.FromMinutes(10);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> error = new();

    private SiloProcess(IReadOnlyDictionary<string, string> settings, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", Assembly, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MENTORCLOUD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private init; } = new("http://127.0.0.1");

    /// <summary>Built by the project reference into the folder of the same configuration.</summary>
    private static string Assembly
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return Path.Combine(own.Parent!.Parent!.FullName, "MentorCloud.Cluster", own.Name, "MentorCloud.Cluster.dll");
        }
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<RunResult> RunAsync(IReadOnlyDictionary<string, string> settings, params IEnumerable<string> arguments)
    {
        await using var run = new SiloProcess(settings, arguments);
        await run.EndAsync();
        return new RunResult(run.process.ExitCode, string.Join('\n', run.output), string.Join('\n', run.error));
    }

    /// <summary>Starts a server and waits until it is ready.</summary>
    public static async Task<SiloProcess> ServeAsync(IReadOnlyDictionary<string, string> settings, params IEnumerable<string> arguments)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Find()}");
        var silo = new SiloProcess(settings, ["serve", .. arguments, "--url", address]) { Address = new Uri(address) };
        try
        {
            using var http = new HttpClient { BaseAddress = silo.Address };
            await Poll.UntilAsync("the silo to be ready", Bound, () => silo.ReadyAsync(http));
            return silo;
        }
        catch
        {
            await silo.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public Task KillAsync()
    {
        process.Kill();
        return EndAsync();
    }

    /// <summary>Asks it to stop (SIGTERM), and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await EndAsync();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private async Task<string?> ReadyAsync(HttpClient http)
    {
        Assert.False(process.HasExited, $"The silo ended instead of serving:\n{string.Join('\n', error)}");
        try
        {
            using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
            return answer.IsSuccessStatusCode ? "ready" : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task EndAsync()
    {
        using var bound = new CancellationTokenSource(Bound);
        await process.WaitForExitAsync(bound.Token);
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
