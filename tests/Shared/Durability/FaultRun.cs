namespace MentorCloud.Testing.Durability;

/// <summary>A start that writes, one on a disk that fails, and one on a sound disk again.</summary>
internal static class FaultRun
{
    private const string Before = "3";
    private const string During = "12";
    private const int Refused = 3;

    /// <summary>An uncertain write may have been stored, and the one that followed it saw that.</summary>
    private const int Slack = 2;

    /// <param name="folder">The data folder, empty at first.</param>
    /// <param name="call"><c>write:N</c> or <c>sync:N</c> fails; <c>full:N</c> makes every write fail from the Nth on.</param>
    public static async Task<FaultOutcome> RunAsync(string folder, string call)
    {
        var ledger = new CrashLedger();
        ledger.Check(await WorkerRun.StartAsync([folder, Before], null));
        var failing = await WorkerRun.StartAsync([folder, During], null, await FaultAsync(folder, call));
        // A store that cannot be opened says so and leaves the rest to the next start.
        if (failing.WasReady)
            ledger.Check(failing, Slack);
        else if (failing.ExitCode != Refused)
            ledger.Violations.Add($"a start that failed did not say why; exit code {failing.ExitCode}: {string.Join(' ', failing.Problems)}");
        var after = await WorkerRun.StartAsync([folder, Before], null);
        ledger.Check(after, Slack);
        if (!after.WasDone)
            ledger.Violations.Add("the start on the sound disk did not do its work");
        return new FaultOutcome(ledger.Violations, failing.Failures, File.Exists(Path.Combine(folder, "fired")));
    }

    /// <summary>Writes, cuts the power after a number of acknowledgements, and starts on what had been synced.</summary>
    /// <param name="folder">The data folder, empty at first.</param>
    /// <param name="acknowledgements">After so many.</param>
    public static async Task<FaultOutcome> CutPowerAsync(string folder, int acknowledgements)
    {
        using var synced = new TemporaryFolder();
        var ledger = new CrashLedger();
        ledger.Check(await WorkerRun.StartAsync([folder, "100000"], acknowledgements, await RecordingAsync(folder, synced)));
        CutPower(folder, synced.Path);
        var after = await WorkerRun.StartAsync([folder, Before], null);
        ledger.Check(after);
        return new FaultOutcome(ledger.Violations, after.Failures, Fired: true);
    }

    /// <summary>The variables that have syncs recorded.</summary>
    public static async Task<Dictionary<string, string>> RecordingAsync(string folder, TemporaryFolder synced) => new()
    {
        ["LD_PRELOAD"] = await FaultShim.PathAsync(),
        ["SHIM_FOLDER"] = folder,
        ["SHIM_SYNCED"] = synced.Path,
    };

    /// <summary>Puts every database file back to what its last sync made durable.</summary>
    public static void CutPower(string folder, string synced)
    {
        foreach (var file in Directory.GetFiles(folder, "*.db*"))
        {
            File.Delete(file);
            var kept = Path.Combine(synced, Path.GetFileName(file));
            if (File.Exists(kept))
                File.Copy(kept, file);
        }
    }

    private static async Task<Dictionary<string, string>> FaultAsync(string folder, string call)
    {
        var full = call.StartsWith("full:", StringComparison.Ordinal);
        return new()
        {
            ["LD_PRELOAD"] = await FaultShim.PathAsync(),
            ["SHIM_FOLDER"] = folder,
            [full ? "SHIM_FULL" : "SHIM_FAIL"] = full ? call[5..] : call,
        };
    }
}
