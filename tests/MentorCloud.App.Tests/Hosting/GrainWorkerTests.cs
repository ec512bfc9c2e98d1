using System.Collections.Concurrent;
using MentorCloud.App.Hosting;
using MentorCloud.Domain.Identifiers;
using Microsoft.Extensions.Logging.Abstractions;

namespace MentorCloud.App.Tests.Hosting;

/// <summary>Work for grains: whose waits for whose.</summary>
public sealed class GrainWorkerTests : IAsyncLifetime
{
    private static readonly TenantId Busy = EntityId.New<TenantId>(DateTimeOffset.UnixEpoch.AddYears(56));
    private static readonly TenantId Other = EntityId.New<TenantId>(DateTimeOffset.UnixEpoch.AddYears(56));

    private readonly Worker worker = new();

    public async ValueTask InitializeAsync() => await worker.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        worker.LetGo();
        await worker.StopAsync(CancellationToken.None);
        worker.Dispose();
    }

    [Fact]
    public async Task Tenant_whose_work_takes_long_holds_up_no_other()
    {
        worker.Enqueue(Busy, 1);
        await worker.BegunAsync(Busy, 1);
        worker.Enqueue(Busy, 2);
        worker.Enqueue(Other, 3);

        await worker.BegunAsync(Other, 3);

        Assert.Equal(0, worker.TimesBegun(Busy, 2));
        worker.LetGo();
        await worker.BegunAsync(Busy, 2);
    }

    [Fact]
    public async Task Work_asked_for_while_it_is_done_is_done_once_more_afterwards()
    {
        worker.Enqueue(Busy, 1);
        await worker.BegunAsync(Busy, 1);
        for (var time = 0; time < 100; time++) worker.Enqueue(Busy, 1);
        Assert.Equal(1, worker.TimesBegun(Busy, 1));

        worker.LetGo();
        await worker.BegunAsync(Busy, 1, time: 2);
        worker.Enqueue(Busy, 2);
        await worker.BegunAsync(Busy, 2);

        Assert.Equal(2, worker.TimesBegun(Busy, 1));
    }

    [Fact]
    public async Task Work_that_fails_keeps_nothing_from_being_done()
    {
        worker.LetGo();
        worker.Enqueue(Busy, Worker.Failing);
        await worker.BegunAsync(Busy, Worker.Failing);

        worker.Enqueue(Busy, 1);
        await worker.BegunAsync(Busy, 1);
        worker.Enqueue(Busy, Worker.Failing);
        await worker.BegunAsync(Busy, Worker.Failing, time: 2);
    }

    /// <summary>Begins whatever it is asked for, and ends nothing before it is let go.</summary>
    private sealed class Worker() : GrainWorker<int>(NullLogger.Instance)
    {
        public const int Failing = -1;

        private readonly TaskCompletionSource free = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentDictionary<(TenantId, int), int> times = new();
        private readonly ConcurrentDictionary<(TenantId, int, int), TaskCompletionSource> begun = new();

        public int TimesBegun(TenantId tenant, int id) => times.GetValueOrDefault((tenant, id));

        public Task BegunAsync(TenantId tenant, int id, int time = 1) => Signal(tenant, id, time).Task;

        public void LetGo() => free.TrySetResult();

        protected override async Task WorkAsync(TenantId tenant, int id, CancellationToken stopping)
        {
            Signal(tenant, id, times.AddOrUpdate((tenant, id), 1, static (_, before) => before + 1)).SetResult();
            await (id == Failing ? throw new InvalidOperationException("As the test wants it.") : free.Task);
        }

        private TaskCompletionSource Signal(TenantId tenant, int id, int time) =>
            begun.GetOrAdd((tenant, id, time), static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
