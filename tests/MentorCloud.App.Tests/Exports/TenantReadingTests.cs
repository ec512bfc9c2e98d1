using MentorCloud.App.Exports;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Tests.Exports;

public sealed class TenantReadingTests
{
    /// <summary>What the admin may see of these comes with the pairing, and the calendar of prompts with its cohort's kit.</summary>
    private static readonly string[] ReadThroughOthers = ["PairingPage", "PairingEntry", "PromptCalendar"];

    [Fact]
    public void Every_kind_of_grain_is_exported()
    {
        var kinds = typeof(ITenantGrain).Assembly.GetTypes()
            .Where(type => type.IsInterface && type.Name.EndsWith("Grain", StringComparison.Ordinal))
            .Select(type => type.Name[1..^"Grain".Length])
            .Order(StringComparer.Ordinal);

        var read = new TenantReading(null!, null!, null!, null!, null!).Kinds.Keys.Concat(ReadThroughOthers);

        Assert.Equal(kinds, read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Second_export_of_a_tenant_waits_for_the_first_and_another_tenants_does_not()
    {
        var running = new RunningExports();
        var (one, other) = (EntityId.New<TenantId>(DateTimeOffset.UnixEpoch), EntityId.New<TenantId>(DateTimeOffset.UnixEpoch));
        var first = running.TryBegin(one);

        Assert.Null(running.TryBegin(one));
        Assert.NotNull(running.TryBegin(other));
        first!.Dispose();
        Assert.NotNull(running.TryBegin(one));
    }
}
