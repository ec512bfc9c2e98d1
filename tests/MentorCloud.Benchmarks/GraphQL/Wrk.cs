using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MentorCloud.Benchmarks.GraphQL;

/// <summary>Drives a server with wrk: 2 threads, 64 connections.</summary>
internal static partial class Wrk
{
    /// <summary>Requests answered, and answered a second. Fails when one is refused.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="body">JSON to POST; null for GET.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="token">An access token; null for none.</param>
    public static async Task<(long Requests, double PerSecond)> RunAsync(Uri url, string? body, int seconds, string? token = null)
    {
        var script = Path.GetTempFileName();
        var lines = new List<string>();
        if (body is not null) lines.Add($"wrk.method='POST'\nwrk.headers['Content-Type']='application/json'\nwrk.headers['Accept']='application/json'\nwrk.body=[==[{body}]==]");
        if (token is not null) lines.Add($"wrk.headers['Authorization']='Bearer {token}'");
        await File.WriteAllLinesAsync(script, lines);
        string[] arguments = ["-t2", "-c64", $"-d{seconds.ToString(CultureInfo.InvariantCulture)}s", .. lines.Count == 0 ? Array.Empty<string>() : ["-s", script], url.ToString()];
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
