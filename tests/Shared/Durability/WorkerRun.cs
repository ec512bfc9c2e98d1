using System.Diagnostics;
using System.Globalization;

namespace MentorCloud.Testing.Durability;

/// <summary>One life of the worker process, and what it said.</summary>
internal sealed class WorkerRun
{
    public Dictionary<int, long> Found { get; } = [];

    public Dictionary<int, long> Acknowledged { get; } = [];

    public List<string> Problems { get; } = [];

    public Dictionary<string, int> Failures { get; } = new(StringComparer.Ordinal);

    public bool WasReady { get; private set; }

    public bool WasDone { get; private set; }

    public int ExitCode { get; private set; }

    public TimeSpan UntilReady { get; private set; }

    /// <summary>Starts a worker and reads it to its end.</summary>
    /// <param name="arguments">For the worker.</param>
    /// <param name="killAfterAcks">The number of acknowledgements after which it is killed; null lets it run.</param>
    /// <param name="environment">Variables for the worker alone.</param>
    public static async Task<WorkerRun> StartAsync(
        IEnumerable<string> arguments, int? killAfterAcks, IReadOnlyDictionary<string, string>? environment = null)
    {
        var run = new WorkerRun();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(WorkerRun).Assembly.Location);
        start.ArgumentList.Add("worker");
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var acks = 0;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            run.Take(line, watch);
            if (line.StartsWith("ack", StringComparison.Ordinal) && ++acks == killAfterAcks)
                process.Kill();
        }

        await process.WaitForExitAsync();
        run.ExitCode = process.ExitCode;
        var text = await errors;
        if (!run.WasReady && text.Length > 0)
            run.Problems.Add(text);
        return run;
    }

    private void Take(string line, Stopwatch watch)
    {
        var words = line.Split(' ');
        switch (words[0])
        {
            case "found":
                Found[Number(words[1])] = long.Parse(words[2], CultureInfo.InvariantCulture);
                if (words[2] != "0" && words[3] != "1")
                    Problems.Add($"ledger {words[1]} at {words[2]} has {words[3]} reminders");
                break;
            case "ack" when words.Length == 3:
                Acknowledged[Number(words[1])] = long.Parse(words[2], CultureInfo.InvariantCulture);
                break;
            case "failed":
                Failures[words[2]] = Failures.GetValueOrDefault(words[2]) + 1;
                break;
            case "ready":
                WasReady = true;
                UntilReady = watch.Elapsed;
                break;
            case "done":
                WasDone = true;
                break;
            default:
                Problems.Add(line);
                break;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
