using MentorCloud.GraphQL.Http;

namespace MentorCloud.GraphQL.Tests.Http;

public sealed class RunningOperationsTests
{
    private readonly RunningOperations running = new();

    [Fact]
    public async Task Operation_that_ends_late_leaves_the_one_that_has_its_id_now()
    {
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        Assert.True(running.TryAdd("1", first));
        await running.CancelAsync("1");
        Assert.True(running.TryAdd("1", second));

        Assert.False(running.TryRemove("1", first));

        Assert.Equal(1, running.Count);
        await running.CancelAsync("1");
        Assert.True(second.IsCancellationRequested);
        Assert.Equal(0, running.Count);
    }

    [Fact]
    public async Task Operation_that_ends_while_it_is_completed_is_no_error()
    {
        var ended = new CancellationTokenSource();
        running.TryAdd("1", ended);
        ended.Dispose();

        await running.CancelAllAsync();
        await running.CancelAsync("1");

        Assert.Equal(0, running.Count);
    }
}
