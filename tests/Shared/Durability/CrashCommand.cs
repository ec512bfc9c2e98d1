using System.Globalization;

namespace MentorCloud.Testing.Durability;

/// <summary>The long runs, by hand: <c>-- crash --cycles 500</c> and <c>-- faults --through 60</c>.</summary>
internal static class CrashCommand
{
    private const int CyclesOnOneFolder = 100;
    private const int MostWrites = 600;

    /// <summary>Kills and restarts; a fresh folder every hundred cycles, so that the checks stay quick.</summary>
    public static async Task<int> CrashAsync(string[] args, IReadOnlyList<string> points)
    {
        var cycles = Option(args, "--cycles", 500);
        var seed = Option(args, "--seed", Random.Shared.Next());
        Console.WriteLine($"{cycles} kills, by turns at random and at {string.Join(", ", points)}; seed {seed}");
        var (kills, acknowledged, slowest, violations) = (0, 0L, TimeSpan.Zero, new List<string>());
        for (var round = 0; kills < cycles; round++)
        {
            using var folder = new TemporaryFolder();
            var outcome = await CrashCycles.RunAsync(
                folder.File("data"), points, Math.Min(CyclesOnOneFolder, cycles - kills), seed + round, MostWrites);
            kills += outcome.Cycles;
            acknowledged += outcome.Acknowledged;
            slowest = outcome.SlowestStart > slowest ? outcome.SlowestStart : slowest;
            violations.AddRange(outcome.Violations);
            Console.WriteLine($"{kills} kills, {acknowledged} acknowledged writes, slowest start {slowest.TotalSeconds:F1} s, {violations.Count} violations");
        }

        return Tell(violations);
    }

    /// <summary>Lets the first write fail, then the second, and so on; then the same with syncs.</summary>
    public static async Task<int> FaultsAsync(string[] args)
    {
        var violations = new List<string>();
        var through = Option(args, "--through", 60);
        foreach (var call in new[] { "write", "sync" })
        {
            for (var nth = Option(args, "--from", 1); nth <= through; nth++)
            {
                using var folder = new TemporaryFolder();
                var outcome = await FaultRun.RunAsync(folder.File("data"), $"{call}:{nth}");
                violations.AddRange(outcome.Violations.Select(violation => $"{call} {nth}: {violation}"));
            }

            Console.WriteLine($"{call} 1 to {through} failed, one in each run; {violations.Count} violations");
        }

        return Tell(violations);
    }

    private static int Option(string[] args, string name, int otherwise)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }

    private static int Tell(List<string> violations)
    {
        foreach (var violation in violations.Take(20))
            Console.WriteLine(violation);
        return violations.Count == 0 ? 0 : 1;
    }
}
