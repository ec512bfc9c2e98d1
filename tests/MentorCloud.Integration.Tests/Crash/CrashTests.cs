using MentorCloud.GrainRuntime;
using MentorCloud.Grains.State;
using MentorCloud.Testing.Durability;

namespace MentorCloud.Integration.Tests.Crash;

/// <summary>Envelope, reminders, outbox, facts and views together, killed at random moments and at every named point.</summary>
public sealed class CrashTests
{
    internal static IReadOnlyList<string> Points { get; } = [.. CrashPoint.All, .. PublicationPoint.All];

    /// <summary>The short form of <c>-- crash --cycles 500</c>.</summary>
    [Fact]
    public async Task Twelve_kills_lose_nothing_acknowledged_and_leave_views_equal_to_grains()
    {
        using var folder = new TemporaryFolder();

        var outcome = await CrashCycles.RunAsync(folder.File("data"), Points, cycles: 2 * Points.Count, seed: 20260105, mostWrites: 300);

        Assert.Empty(outcome.Violations);
        Assert.True(outcome.Acknowledged > 500, $"Only {outcome.Acknowledged} writes were acknowledged.");
        Assert.True(outcome.SlowestStart < TimeSpan.FromMinutes(5), $"The slowest start took {outcome.SlowestStart}.");
    }

    /// <summary>Some of <c>-- faults --through 60</c>.</summary>
    [Theory]
    [InlineData("write:61")]
    [InlineData("sync:12")]
    [InlineData("full:150")]
    public async Task Failing_disk_loses_nothing_acknowledged_and_leaves_views_equal_to_grains(string call)
    {
        using var folder = new TemporaryFolder();

        Assert.Empty((await FaultRun.RunAsync(folder.File("data"), call)).Violations);
    }

    [Fact]
    public async Task Power_cut_keeps_what_was_acknowledged_and_leaves_views_equal_to_grains()
    {
        using var folder = new TemporaryFolder();

        Assert.Empty((await FaultRun.CutPowerAsync(folder.File("data"), 200)).Violations);
    }
}
