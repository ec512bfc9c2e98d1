using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Tests.Crash;

namespace MentorCloud.GrainStorage.Tests.Faults;

/// <summary>Disks that fail below SQLite, and power that goes.</summary>
public sealed class FaultTests
{
    private const string Appends = "12";

    public static TheoryData<string> FailingCalls() =>
        [.. new[] { 1, 2, 3, 4, 5, 8, 13, 40 }.SelectMany(nth => new[] { $"write:{nth}", $"sync:{nth}" })];

    [Theory]
    [MemberData(nameof(FailingCalls))]
    public async Task Nth_call_that_fails_loses_nothing_acknowledged(string call)
    {
        using var folder = new TemporaryFolder();
        var ledger = new CrashLedger();
        ledger.Check(await WorkerRun.StartAsync([folder.Path, "3"], null));

        var failing = await RunAsync(folder, ("SHIM_FAIL", call));
        // A store that cannot be opened says so and leaves the rest to the next start.
        if (failing.WasReady)
            ledger.Check(failing);
        else
            Assert.NotEqual(0, failing.ExitCode);
        var after = await WorkerRun.StartAsync([folder.Path, "3"], null);
        // An uncertain write may have been stored, and the append that followed it saw that.
        ledger.Check(after, slack: 2);

        Assert.Empty(ledger.Violations);
        Assert.True(after.WasDone);
        Assert.All(failing.Failures.Keys, code => Assert.Contains(code, Allowed));
    }

    [Fact]
    public async Task Full_disk_refuses_writes_and_loses_nothing_acknowledged()
    {
        using var folder = new TemporaryFolder();
        var ledger = new CrashLedger();
        ledger.Check(await WorkerRun.StartAsync([folder.Path, "3"], null));

        var full = await RunAsync(folder, ("SHIM_FULL", "60"));
        ledger.Check(full);
        ledger.Check(await WorkerRun.StartAsync([folder.Path, "3"], null));

        Assert.Empty(ledger.Violations);
        Assert.True(full.Failures.GetValueOrDefault(GrainErrorCodes.StorageUnavailable) > 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(400)]
    [InlineData(1500)]
    public async Task Power_cut_keeps_what_was_acknowledged(int acknowledgements)
    {
        var shim = await FaultShim.PathAsync();
        using var folder = new TemporaryFolder();
        using var synced = new TemporaryFolder();
        var ledger = new CrashLedger();
        var run = await WorkerRun.StartAsync([folder.Path, "100000"], acknowledgements, new Dictionary<string, string>
        {
            ["LD_PRELOAD"] = shim,
            ["SHIM_FOLDER"] = folder.Path,
            ["SHIM_SYNCED"] = synced.Path,
        });
        ledger.Check(run);
        CutPower(folder, synced);

        ledger.Check(await WorkerRun.StartAsync([folder.Path, "3"], null));

        Assert.Empty(ledger.Violations);
    }

    [Fact]
    public async Task Shim_shows_a_store_that_does_not_sync()
    {
        // The test of the test: without syncs nothing survives the cut, and the ledger says so.
        var shim = await FaultShim.PathAsync();
        using var folder = new TemporaryFolder();
        using var synced = new TemporaryFolder();
        var ledger = new CrashLedger();
        ledger.Check(await WorkerRun.StartAsync([folder.Path, "5"], null, new Dictionary<string, string>
        {
            ["LD_PRELOAD"] = shim,
            ["SHIM_FOLDER"] = folder.Path,
            ["SHIM_SYNCED"] = synced.Path,
        }));
        foreach (var file in Directory.GetFiles(synced.Path))
            File.Delete(file);
        CutPower(folder, synced);

        ledger.Check(await WorkerRun.StartAsync([folder.Path, "0"], null));

        Assert.NotEmpty(ledger.Violations);
    }

    private static readonly string[] Allowed = [GrainErrorCodes.StorageUnavailable, GrainErrorCodes.StorageUncertain, GrainErrorCodes.StorageCorrupt];

    private static async Task<WorkerRun> RunAsync(TemporaryFolder folder, (string Name, string Value) fault) =>
        await WorkerRun.StartAsync([folder.Path, Appends], null, new Dictionary<string, string>
        {
            ["LD_PRELOAD"] = await FaultShim.PathAsync(),
            ["SHIM_FOLDER"] = folder.Path,
            [fault.Name] = fault.Value,
        });

    /// <summary>Puts every file back to what its last sync made durable.</summary>
    private static void CutPower(TemporaryFolder folder, TemporaryFolder synced)
    {
        foreach (var file in Directory.GetFiles(folder.Path, "grains.db*"))
        {
            File.Delete(file);
            if (File.Exists(synced.File(Path.GetFileName(file))))
                File.Copy(synced.File(Path.GetFileName(file)), file);
        }
    }
}
