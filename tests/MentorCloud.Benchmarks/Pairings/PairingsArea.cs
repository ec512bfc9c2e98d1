using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace MentorCloud.Benchmarks.Pairings;

/// <summary>A million pairings with their reminders on disk: what memory and processor time they take, beside a hundredth of them.</summary>
internal static class PairingsArea
{
    private const int Many = 1_000_000;
    private const int Few = 30_000;
    private const int Active = 10_000;
    private const double Megabyte = 1_000_000;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["measure", var folder, ..])
            return await PairingMeasure.RunAsync(folder, Active);
        var (few, _) = await MeasureAsync(Few);
        var (many, bytes) = await MeasureAsync(Many);
        var name = string.Create(CultureInfo.InvariantCulture, $"{Few:#,0} pairings on disk");
        await Report.WriteAsync(
            "pairings",
            [
                new("working set, 1,000,000 pairings on disk, 10,000 active", many.WorkingSet / Megabyte, "MB", few.WorkingSet / Megabyte, name, "under 500 MB", many.WorkingSet < 500 * Megabyte),
                new("bytes of a stored pairing", bytes, "B", null, null, "(no limit set)", true),
                new("opening the folder to a grain's first answer", many.FirstAnswer, "ms", few.FirstAnswer, name, "(no limit set)", true),
                new("reminders in memory of 1,000,000 that wait", many.RemindersInMemory, "", few.RemindersInMemory, name, "by those due within a minute", many.RemindersInMemory < 2_048),
                new("processor time while none falls due", many.IdleCpu, "ms/s", few.IdleCpu, name, "under 10 ms/s", many.IdleCpu < 10),
                new("processor time of a reminder that falls due", many.TickCpu, "us", few.TickCpu, name, "at most twice", many.TickCpu <= 2 * few.TickCpu),
            ],
            args);
        return 0;
    }

    private static async Task<(PairingFigures Figures, int Bytes)> MeasureAsync(int pairings)
    {
        var folder = Directory.CreateTempSubdirectory("mentorcloud-bench-").FullName;
        try
        {
            var bytes = await PairingFolder.FillAsync(folder, pairings);
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
            foreach (var argument in new[] { typeof(PairingsArea).Assembly.Location, "pairings", "measure", folder })
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (JsonSerializer.Deserialize<PairingFigures>(said)!, bytes);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
