using System.Globalization;

namespace MentorCloud.GrainStorage.Tests.Crash;

/// <summary>The long crash run, by hand: <c>dotnet run --project tests/MentorCloud.GrainStorage.Tests -- crash --cycles 500</c>.</summary>
internal static class CrashCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var at = Array.IndexOf(args, "--cycles");
        var cycles = at >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 500;
        var seed = Random.Shared.Next();
        Console.WriteLine($"{cycles} kills, seed {seed}");
        using var folder = new TemporaryFolder();
        var outcome = await CrashCycles.RunAsync(folder.Path, cycles, seed, cycle =>
        {
            if (cycle % 25 == 0)
                Console.WriteLine($"cycle {cycle}");
        });
        Console.WriteLine($"{outcome.Cycles} kills, {outcome.Acknowledged} acknowledged writes, slowest start {outcome.SlowestStart.TotalSeconds:F1} s, {outcome.Violations.Count} violations");
        foreach (var violation in outcome.Violations.Take(20))
            Console.WriteLine(violation);
        return outcome.Violations.Count == 0 ? 0 : 1;
    }
}
