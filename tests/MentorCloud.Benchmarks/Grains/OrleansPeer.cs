using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace MentorCloud.Benchmarks.Grains;

/// <summary>Orleans in one process on the same machine, in the same run: the program tests/MentorCloud.Orleans.Benchmarks.</summary>
/// <param name="Version">Of Orleans.</param>
/// <param name="One">Calls per second of one caller.</param>
/// <param name="Many">Of 64 callers over 1,000 grains.</param>
/// <param name="Hot">Of 64 callers on one grain.</param>
/// <param name="Activations">Per second, without state.</param>
/// <param name="Bytes">Of an idle activation without state, key included.</param>
internal sealed record OrleansPeer(string Version, double One, double Many, double Hot, double Activations, double Bytes)
{
    private const string Missing = "Orleans NOT MEASURED: build it first, dotnet build -c Release -p:Edition=Cluster tests/MentorCloud.Orleans.Benchmarks";

    /// <summary>Runs it; null, with what to do, where it was not built.</summary>
    public static async Task<OrleansPeer?> RunAsync()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.Combine(
            own.Parent!.Parent!.Parent!.Parent!.FullName, "cluster", "bin", "MentorCloud.Orleans.Benchmarks", own.Name, "MentorCloud.Orleans.Benchmarks.dll");
        if (!File.Exists(program))
        {
            await Console.Error.WriteLineAsync(Missing);
            return null;
        }

        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, FreePort()]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<OrleansPeer>(output, JsonSerializerOptions.Web);
    }

    /// <summary>Figures of ours, each beside the peer's.</summary>
    public IEnumerable<Measurement> Beside(IEnumerable<Measurement> ours)
    {
        (string Start, double Theirs)[] pairs =
        [
            ("calls, one caller", One), ("calls, 64 callers over", Many), ("calls, 64 callers on", Hot),
            ("activations without state", Activations), ("idle activation without state", Bytes),
        ];
        return from pair in pairs
               from one in ours
               where one.Name.StartsWith(pair.Start, StringComparison.Ordinal)
               select one with { Name = $"{one.Name}, beside Orleans", Baseline = pair.Theirs, BaselineName = $"Orleans {Version}", Target = "(no limit set)", Met = true };
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
