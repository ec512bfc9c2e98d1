using System.Collections.Concurrent;
using System.Diagnostics;
using MentorCloud.Testing;

namespace MentorCloud.Integration.Tests.Processes;

/// <summary>The server as a process: ready when started, stopped politely or killed.</summary>
internal sealed class HostServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();

    private HostServer(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Everything that it said so far.</summary>
    public string Said => string.Join('\n', said);

    /// <summary>The most memory that it has had, in bytes; null where that cannot be told (not Linux).</summary>
    public long? PeakMemory => File.Exists($"/proc/{process.Id}/status")
        ? 1024 * long.Parse(
            File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))["VmHWM:".Length..^"kB".Length],
            System.Globalization.CultureInfo.InvariantCulture)
        : null;

    /// <summary>Starts a server on a free port and waits until it is ready.</summary>
    public static async Task<HostServer> StartAsync(DataFolder data, params IEnumerable<string> more)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var server = new HostServer(
            HostProgram.Start(data, ["serve", .. data.Options, "--url", address.GetLeftPart(UriPartial.Authority), .. more]), address);
        try
        {
            await server.UntilReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it at once, as a power cut or <c>kill -9</c> would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        using var bound = new CancellationTokenSource(HostProgram.Bound);
        await process.WaitForExitAsync(bound.Token);
    }

    /// <summary>Asks it to stop, as an orchestrator does (SIGTERM), and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        await AskToStopAsync();
        return await EndAsync();
    }

    /// <summary>Waits for its end and gives its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var bound = new CancellationTokenSource(HostProgram.Bound);
        await process.WaitForExitAsync(bound.Token);
        return process.ExitCode;
    }

    /// <summary>Sends SIGTERM and does not wait for what comes of it.</summary>
    public async Task AskToStopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        using var bound = new CancellationTokenSource(HostProgram.Bound);
        await kill.WaitForExitAsync(bound.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            said.Enqueue(line);
        }
    }

    private async Task UntilReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
        await Poll.UntilAsync("the server to be ready", HostProgram.Bound, async () =>
        {
            Assert.False(process.HasExited, $"The server ended instead of serving:\n{Said}");
            try
            {
                using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
                return answer.IsSuccessStatusCode ? "ready" : null;
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                return null;
            }
        });
    }
}
