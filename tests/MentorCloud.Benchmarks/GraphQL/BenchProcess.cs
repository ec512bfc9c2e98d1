using System.Diagnostics;
using System.Globalization;

namespace MentorCloud.Benchmarks.GraphQL;

/// <summary>A server under measurement: its own process, whose CPU time is read from /proc.</summary>
internal sealed class BenchProcess : IDisposable
{
    private static readonly double TicksASecond = 100;
    private readonly Process _process;

    private BenchProcess(string name, Process process, int port)
    {
        Name = name;
        _process = process;
        Port = port;
    }

    public string Name { get; }

    public int Port { get; }

    public static Task<BenchProcess> StartAsync(string name, int port, string program, string folder, params string[] arguments) =>
        StartAsync(name, port, new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true });

    /// <summary>Starts a program that listens on the port, and waits until it answers.</summary>
    public static async Task<BenchProcess> StartAsync(string name, int port, ProcessStartInfo start)
    {
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{name} did not start");
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 100; attempt++)
        {
            try
            {
                using var response = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/"));
                break;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        return new BenchProcess(name, process, port);
    }

    /// <summary>User and system time so far, in seconds; Linux only.</summary>
    public double CpuSeconds()
    {
        var stat = File.ReadAllText($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksASecond;
    }

    /// <summary>The most memory that was resident so far, bytes; Linux only.</summary>
    public long PeakMemory()
    {
        const string Name = "VmHWM:";
        var line = File.ReadLines($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status").First(l => l.StartsWith(Name, StringComparison.Ordinal));
        return long.Parse(line[Name.Length..].Replace("kB", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
