using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace MentorCloud.Benchmarks;

/// <summary>Prints measurements as the table that is committed under docs/benchmarks, and as JSON on request.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static async Task WriteAsync(string area, IReadOnlyList<Measurement> measurements, string[] args)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Machine: {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, .NET {Environment.Version}\n")
            .Append(CultureInfo.InvariantCulture, $"Date: {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC\n")
            .Append(CultureInfo.InvariantCulture, $"Command: dotnet run -c Release --project tests/MentorCloud.Benchmarks -- {area}\n\n")
            .Append("| measure | figure | baseline | ratio | target | met |\n|---|---:|---:|---:|---|---|\n");
        foreach (var one in measurements)
        {
            var baseline = one.Baseline is { } value ? $"{Number(value)} ({one.BaselineName})" : string.Empty;
            var ratio = one.Ratio is { } share ? share.ToString("0.00", CultureInfo.InvariantCulture) : string.Empty;
            text.Append(CultureInfo.InvariantCulture, $"| {one.Name} | {Number(one.Value)} {one.Unit} | {baseline} | {ratio} | {one.Target} | {(one.Met ? "yes" : "NO")} |\n");
        }

        Console.WriteLine(text);
        var at = Array.IndexOf(args, "--json");
        if (at >= 0 && at + 1 < args.Length)
            await File.WriteAllTextAsync(args[at + 1], JsonSerializer.Serialize(measurements, Indented));
    }

    private static string Number(double value) => value.ToString(value < 100 ? "0.00" : "#,0", CultureInfo.InvariantCulture);
}
