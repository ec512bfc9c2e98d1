using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Tests.Crash;

public sealed class CrashTests
{
    /// <summary>The short form of <c>-- crash --cycles 500</c>.</summary>
    [Fact]
    public async Task Twenty_kills_lose_nothing_acknowledged_and_leave_nothing_half_applied()
    {
        using var folder = new TemporaryFolder();

        var outcome = await CrashCycles.RunAsync(folder.Path, CrashPoint.All, cycles: 20, seed: 20260105);

        Assert.Empty(outcome.Violations);
        Assert.True(outcome.Acknowledged > 1_000, $"Only {outcome.Acknowledged} writes were acknowledged.");
    }
}
