using MentorCloud.App.Hosting;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Tests.Hosting;

public sealed class FairTurnsTests
{
    private static readonly TenantId Busy = EntityId.New<TenantId>(DateTimeOffset.UnixEpoch.AddYears(56));
    private static readonly TenantId Other = EntityId.New<TenantId>(DateTimeOffset.UnixEpoch.AddYears(56));

    [Fact]
    public async Task Tenant_that_asks_much_does_not_keep_another_waiting()
    {
        using var turns = new FairTurns(2);
        var working = await turns.TakeAsync(Busy, TestContext.Current.CancellationToken);
        var waiting = Enumerable.Range(0, 50).Select(_ => turns.TakeAsync(Busy, TestContext.Current.CancellationToken)).ToArray();

        var other = turns.TakeAsync(Other, TestContext.Current.CancellationToken);

        Assert.True(other.IsCompletedSuccessfully);
        Assert.All(waiting, turn => Assert.False(turn.IsCompleted));
        working.Dispose();
        foreach (var turn in waiting)
        {
            (await turn).Dispose();
        }

        (await other).Dispose();
    }

    [Fact]
    public async Task Waiting_that_is_given_up_takes_nobodys_turn()
    {
        using var turns = new FairTurns(1);
        var working = await turns.TakeAsync(Busy, TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var givenUp = turns.TakeAsync(Other, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);

        var next = turns.TakeAsync(Other, TestContext.Current.CancellationToken);
        working.Dispose();

        (await next).Dispose();
        (await turns.TakeAsync(Busy, TestContext.Current.CancellationToken)).Dispose();
    }
}
