using System.Globalization;

namespace MentorCloud.Testing.Durability;

/// <summary>The long runs, by hand: <c>-- crash --cycles 500</c> and <c>-- faults --through 60 --cuts 60 [--only write|sync|full]</c>.</summary>
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
        var (kills, acknowledged, slowest, late, violations) = (0, 0L, TimeSpan.Zero, 0, new List<string>());
        for (var round = 0; kills < cycles; round++)
        {
            using var folder = new TemporaryFolder();
            var outcome = await CrashCycles.RunAsync(
                folder.File("data"), points, Math.Min(CyclesOnOneFolder, cycles - kills), seed + round, MostWrites);
            kills += outcome.Cycles;
            acknowledged += outcome.Acknowledged;
            slowest = outcome.SlowestStart > slowest ? outcome.SlowestStart : slowest;
            late += outcome.LateStarts;
            violations.AddRange(outcome.Violations);
            Console.WriteLine($"{kills} kills, {acknowledged} acknowledged writes, slowest start {slowest.TotalSeconds:F1} s, {late} starts over {CrashCycles.Late.TotalSeconds} s, {violations.Count} violations");
        }

        return Tell(violations);
    }

    /// <summary>Lets the first write fail, then the second, and so on until a run meets no fault; then the same with syncs and a full disk; then cuts the power.</summary>
    public static async Task<int> FaultsAsync(string[] args)
    {
        var violations = new List<string>();
        var through = Option(args, "--through", 60);
        var only = Array.IndexOf(args, "--only") is >= 0 and var at ? args[at + 1] : null;
        foreach (var call in new[] { "write", "sync", "full" }.Where(each => only is null || each == only))
        {
            var nth = Option(args, "--from", 1);
            for (var met = true; met && nth <= through; nth++)
                met = await FaultAsync($"{call}:{nth}", violations);
            Console.WriteLine($"{call}: runs up to {nth - 1}, each with its own fault; {violations.Count} violations so far");
        }

        await CutPowerAsync(Option(args, "--cuts", through), new Random(Option(args, "--seed", 1)), violations);
        return Tell(violations);
    }

    private static async Task<bool> FaultAsync(string fault, List<string> violations)
    {
        using var folder = new TemporaryFolder();
        var outcome = await FaultRun.RunAsync(folder.File("data"), fault);
        violations.AddRange(outcome.Violations.Select(violation => $"{fault}: {violation}"));
        if (!outcome.Fired)
            Console.WriteLine($"{fault} was not met: the run has fewer calls");
        return outcome.Fired;
    }

    private static async Task CutPowerAsync(int cuts, Random random, List<string> violations)
    {
        for (var cut = 0; cut < cuts; cut++)
        {
            using var folder = new TemporaryFolder();
            var acknowledgements = random.Next(1, MostWrites);
            var outcome = await FaultRun.CutPowerAsync(folder.File("data"), acknowledgements);
            violations.AddRange(outcome.Violations.Select(violation => $"cut after {acknowledgements}: {violation}"));
        }

        Console.WriteLine($"power cut {cuts} times; {violations.Count} violations so far");
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
