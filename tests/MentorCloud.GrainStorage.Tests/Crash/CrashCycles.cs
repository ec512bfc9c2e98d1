using System.Globalization;
using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Tests.Crash;

/// <summary>Kills and restarts the worker on one folder, by turns at random moments and at the named crash points.</summary>
internal static class CrashCycles
{
    private static readonly string[] Points = [CrashPoint.BeforeCommit, CrashPoint.AfterCommit];

    public static async Task<CrashOutcome> RunAsync(string folder, int cycles, int seed, Action<int>? progress = null)
    {
        var ledger = new CrashLedger();
        var random = new Random(seed);
        var slowest = TimeSpan.Zero;
        for (var cycle = 0; cycle <= cycles; cycle++)
        {
            var last = cycle == cycles;
            var atPoint = !last && cycle % 2 == 1;
            string[] arguments = atPoint
                ? [folder, "100000", Points[cycle / 2 % Points.Length], random.Next(1, 60).ToString(CultureInfo.InvariantCulture)]
                : [folder, last ? "0" : "100000"];
            var run = await WorkerRun.StartAsync(arguments, atPoint || last ? null : random.Next(1, 3_000));
            ledger.Check(run);
            if (!last && run.WasDone)
                ledger.Violations.Add($"cycle {cycle} was not killed");
            if (run.UntilReady > slowest)
                slowest = run.UntilReady;
            progress?.Invoke(cycle);
        }

        return new CrashOutcome(cycles, ledger.Acknowledged, slowest, ledger.Violations);
    }
}
