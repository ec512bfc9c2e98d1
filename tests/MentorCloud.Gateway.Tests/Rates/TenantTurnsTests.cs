using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Hosting;
using MentorCloud.Gateway.Rates;
using Microsoft.Extensions.Options;

namespace MentorCloud.Gateway.Tests.Rates;

public sealed class TenantTurnsTests
{
    private static readonly TenantId One = EntityId.Derive<TenantId>(Guid.Empty, "one");
    private static readonly TenantId Other = EntityId.Derive<TenantId>(Guid.Empty, "other");
    private readonly TenantTurns turns = new(Options.Create(new GatewayOptions { TenantQueriesAtOnce = 2 }));

    [Fact]
    public async Task Third_query_of_a_tenant_waits_for_one_of_the_two_that_run()
    {
        var stop = TestContext.Current.CancellationToken;
        var first = await turns.EnterAsync(One, stop);
        using var second = await turns.EnterAsync(One, stop);
        var third = turns.EnterAsync(One, stop).AsTask();
        Assert.False(third.IsCompleted);

        first.Dispose();

        using var entered = await third;
    }

    [Fact]
    public async Task Tenant_that_runs_all_it_may_holds_up_no_other()
    {
        var stop = TestContext.Current.CancellationToken;
        using var first = await turns.EnterAsync(One, stop);
        using var second = await turns.EnterAsync(One, stop);

        Assert.True(turns.EnterAsync(Other, stop).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Caller_who_leaves_takes_no_turn()
    {
        using var first = await turns.EnterAsync(One, TestContext.Current.CancellationToken);
        var second = await turns.EnterAsync(One, TestContext.Current.CancellationToken);
        using var gone = new CancellationTokenSource();
        var third = turns.EnterAsync(One, gone.Token).AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);

        second.Dispose();

        Assert.True(turns.EnterAsync(One, TestContext.Current.CancellationToken).AsTask().IsCompletedSuccessfully);
    }
}
