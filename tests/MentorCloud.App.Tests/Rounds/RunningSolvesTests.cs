using MentorCloud.App.Rounds;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Tests.Rounds;

public sealed class RunningSolvesTests
{
    private static readonly TenantId Tenant = EntityId.New<TenantId>(DateTimeOffset.UnixEpoch.AddYears(56));
    private static readonly RoundId Round = EntityId.New<RoundId>(DateTimeOffset.UnixEpoch.AddYears(56));

    private readonly RunningSolves running = new();

    [Fact]
    public void Solve_is_cancelled_while_it_runs_and_not_when_it_has_ended()
    {
        var ended = running.Begin(Tenant, Round, CancellationToken.None);
        ended.Dispose();
        running.Cancel(Tenant, Round);
        using var solve = running.Begin(Tenant, Round, CancellationToken.None);
        Assert.False(solve.Token.IsCancellationRequested);

        running.Cancel(Tenant, Round);

        Assert.True(solve.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task Solve_that_ends_while_it_is_cancelled_is_no_error()
    {
        const int Times = 20_000;
        var ending = Task.Run(() =>
        {
            for (var time = 0; time < Times; time++) running.Begin(Tenant, Round, CancellationToken.None).Dispose();
        }, TestContext.Current.CancellationToken);
        var cancelling = Task.Run(() =>
        {
            while (!ending.IsCompleted) running.Cancel(Tenant, Round);
        }, TestContext.Current.CancellationToken);

        await Task.WhenAll(ending, cancelling);
    }
}
