using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Tests.Faults;

/// <summary>Disks that fail below SQLite, and power that goes.</summary>
public sealed class FaultTests
{
    private static readonly string[] Allowed = [GrainErrorCodes.StorageUnavailable, GrainErrorCodes.StorageUncertain, GrainErrorCodes.StorageCorrupt];

    /// <summary>Some of <c>-- faults --through 60</c>.</summary>
    public static TheoryData<string> FailingCalls() =>
        [.. new[] { 1, 2, 3, 4, 5, 8, 13, 40 }.SelectMany(nth => new[] { $"write:{nth}", $"sync:{nth}" })];

    [Theory]
    [MemberData(nameof(FailingCalls))]
    public async Task Nth_call_that_fails_loses_nothing_acknowledged(string call)
    {
        using var folder = new TemporaryFolder();

        var outcome = await FaultRun.RunAsync(folder.Path, call);

        Assert.Empty(outcome.Violations);
        Assert.All(outcome.Failures.Keys, code => Assert.Contains(code, Allowed));
    }

    [Fact]
    public async Task Full_disk_refuses_writes_and_loses_nothing_acknowledged()
    {
        using var folder = new TemporaryFolder();

        var outcome = await FaultRun.RunAsync(folder.Path, "full:60");

        Assert.Empty(outcome.Violations);
        Assert.True(outcome.Failures.GetValueOrDefault(GrainErrorCodes.StorageUnavailable) > 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(400)]
    [InlineData(1500)]
    public async Task Power_cut_keeps_what_was_acknowledged(int acknowledgements)
    {
        using var folder = new TemporaryFolder();

        Assert.Empty((await FaultRun.CutPowerAsync(folder.Path, acknowledgements)).Violations);
    }

    [Fact]
    public async Task Shim_shows_a_store_that_does_not_sync()
    {
        // The test of the test: without syncs nothing survives the cut, and the ledger says so.
        using var folder = new TemporaryFolder();
        using var synced = new TemporaryFolder();
        var ledger = new CrashLedger();
        ledger.Check(await WorkerRun.StartAsync([folder.Path, "5"], null, await FaultRun.RecordingAsync(folder.Path, synced)));
        foreach (var file in Directory.GetFiles(synced.Path))
            File.Delete(file);
        FaultRun.CutPower(folder.Path, synced.Path);

        ledger.Check(await WorkerRun.StartAsync([folder.Path, "0"], null));

        Assert.NotEmpty(ledger.Violations);
    }
}
