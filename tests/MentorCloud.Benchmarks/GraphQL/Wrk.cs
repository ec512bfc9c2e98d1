using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MentorCloud.Benchmarks.GraphQL;

/// <summary>Drives a server with wrk: 2 threads, 64 connections.</summary>
internal static partial class Wrk
{
    /// <summary>Requests answered, and answered a second.</summary>
    public static async Task<(long Requests, double PerSecond)> RunAsync(Uri url, string? body, int seconds)
    {
        var script = Path.GetTempFileName();
        if (body is not null)
        {
            await File.WriteAllTextAsync(script, $"wrk.method='POST'\nwrk.headers['Content-Type']='application/json'\nwrk.headers['Accept']='application/json'\nwrk.body=[==[{body}]==]\n");
        }

        string[] arguments = ["-t2", "-c64", $"-d{seconds.ToString(CultureInfo.InvariantCulture)}s", .. body is null ? Array.Empty<string>() : ["-s", script], url.ToString()];
        using var process = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("wrk did not start; apt-get install wrk");
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(script);
        if (text.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException(text);
        return (long.Parse(Requests().Match(text).Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(PerSecond().Match(text).Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();
}
