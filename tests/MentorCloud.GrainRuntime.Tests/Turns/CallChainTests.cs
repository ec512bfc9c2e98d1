using MentorCloud.GrainRuntime.Tests.Grains;

namespace MentorCloud.GrainRuntime.Tests.Turns;

public sealed class CallChainTests
{
    [Fact]
    public async Task Downward_chain_passes_through_every_grain()
    {
        await using var host = await TestHost.StartAsync();

        Assert.Equal("t/a>t/b>t/c", await host.Get<IRelayGrain>("t/a").Pass("t/b,t/c"));
    }

    [Fact]
    public async Task Cycle_is_refused_by_name()
    {
        await using var host = await TestHost.StartAsync();

        var error = await Assert.ThrowsAsync<GrainRuntimeException>(() => host.Get<IRelayGrain>("t/a").Pass("t/b,t/c,t/a"));

        Assert.Equal(GrainErrorCodes.CallCycle, error.Code);
        Assert.Contains("relay/t/a -> relay/t/b -> relay/t/c -> relay/t/a", error.Message, StringComparison.Ordinal);
        Assert.Equal("t/a>t/b", await host.Get<IRelayGrain>("t/a").Pass("t/b"));
    }

    [Fact]
    public async Task Call_to_oneself_is_a_cycle()
    {
        await using var host = await TestHost.StartAsync();

        var error = await Assert.ThrowsAsync<GrainRuntimeException>(() => host.Get<IRelayGrain>("t/a").Pass("t/a"));

        Assert.Equal(GrainErrorCodes.CallCycle, error.Code);
    }

    [Fact]
    public async Task Request_context_travels_down_and_never_up()
    {
        await using var host = await TestHost.StartAsync();
        RequestContext.Set("actor", "sponsor");

        Assert.Equal("sponsor", await host.Get<IRelayGrain>("t/a").ReadContextBelow("t/b", "actor"));
        await host.Get<ICounterGrain>("t/b").WriteContext("actor", "intruder");
        Assert.Equal("sponsor", RequestContext.Get("actor"));

        RequestContext.Clear();
        Assert.Null(await host.Get<IRelayGrain>("t/a").ReadContextBelow("t/b", "actor"));
    }
}
