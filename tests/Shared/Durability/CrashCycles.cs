using System.Globalization;

namespace MentorCloud.Testing.Durability;

/// <summary>Kills and restarts the worker on one folder, by turns at random moments and at the named crash points.</summary>
internal static class CrashCycles
{
    /// <summary>A restart is to be over by then on a machine that does nothing else.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    /// <param name="folder">The data folder, empty at first.</param>
    /// <param name="points">The crash points, taken by turns.</param>
    /// <param name="cycles">How many kills.</param>
    /// <param name="seed">For the moments.</param>
    /// <param name="mostWrites">A random kill comes at the latest after so many acknowledgements.</param>
    /// <param name="progress">Told after each cycle.</param>
    public static async Task<CrashOutcome> RunAsync(
        string folder, IReadOnlyList<string> points, int cycles, int seed, int mostWrites = 3_000, Action<int>? progress = null)
    {
        var ledger = new CrashLedger();
        var random = new Random(seed);
        var (slowest, late) = (TimeSpan.Zero, 0);
        for (var cycle = 0; cycle <= cycles; cycle++)
        {
            var last = cycle == cycles;
            var atPoint = !last && cycle % 2 == 1;
            string[] arguments = atPoint
                ? [folder, "100000", points[cycle / 2 % points.Count], random.Next(1, 60).ToString(CultureInfo.InvariantCulture)]
                : [folder, last ? "0" : "100000"];
            var run = await WorkerRun.StartAsync(arguments, atPoint || last ? null : random.Next(1, mostWrites));
            ledger.Check(run);
            if (!last && run.WasDone)
                ledger.Violations.Add($"cycle {cycle} was not killed");
            if (run.UntilReady > slowest)
                slowest = run.UntilReady;
            late += run.UntilReady > Late ? 1 : 0;
            progress?.Invoke(cycle);
        }

        return new CrashOutcome(cycles, ledger.Acknowledged, slowest, late, ledger.Violations);
    }
}
