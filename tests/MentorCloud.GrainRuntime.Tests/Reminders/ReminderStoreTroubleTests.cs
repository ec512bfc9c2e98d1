using MentorCloud.GrainRuntime.Tests.Grains;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GrainRuntime.Tests.Reminders;

/// <summary>What a store does to the scheduler: it fails in its own way, and forgets.</summary>
public sealed class ReminderStoreTroubleTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Read_that_the_store_itself_cancels_is_tried_again()
    {
        await using var first = await TestHost.StartAsync();
        await first.StopAsync();
        var (store, due) = (new TroubledStore(), first.Clock.GetUtcNow() + Day);
        await store.UpsertAsync(new StoredReminder("alarm", "t/1", "alarm", due, Day, due, 0), CancellationToken.None);
        await using var host = await TestHost.StartAsync(continuing: first, add: services => services.AddSingleton<IReminderStore>(store));

        store.CancelReads = 3;
        await ReminderTests.Passing(host, Day + Hour);

        Assert.Equal(0, store.CancelReads);
        Assert.Single(host.Services.GetRequiredService<Gate>().Events, text => text.StartsWith("alarm ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reminder_that_the_store_has_forgotten_does_not_stay_in_memory()
    {
        var store = new TroubledStore();
        await using var host = await TestHost.StartAsync(add: services => services.AddSingleton<IReminderStore>(store));
        await host.Get<IAlarmGrain>("t/1").Set("alarm", TimeSpan.FromSeconds(30), Hour);
        Assert.Equal(1, host.Services.GetRequiredService<IGrainRuntimeStatistics>().RemindersInMemory);

        store.Forgets = true;
        await ReminderTests.Passing(host, TimeSpan.FromMinutes(1));

        Assert.Single(host.Services.GetRequiredService<Gate>().Events, text => text.StartsWith("alarm ", StringComparison.Ordinal));
        Assert.Equal(0, host.Services.GetRequiredService<IGrainRuntimeStatistics>().RemindersInMemory);
    }

    private sealed class TroubledStore : IReminderStore
    {
        private readonly MemoryReminderStore _inner = new();
        private int _cancelReads;

        /// <summary>So many of the next reads end as a driver's own time limit ends them.</summary>
        public int CancelReads
        {
            get => Volatile.Read(ref _cancelReads);
            set => Volatile.Write(ref _cancelReads, value);
        }

        /// <summary>True when no reminder is known any more by its version.</summary>
        public bool Forgets { get; set; }

        public ValueTask<StoredReminder> UpsertAsync(StoredReminder reminder, CancellationToken cancellationToken) => _inner.UpsertAsync(reminder, cancellationToken);

        public ValueTask RemoveAsync(string grainType, string key, string name, CancellationToken cancellationToken) => _inner.RemoveAsync(grainType, key, name, cancellationToken);

        public ValueTask<bool> AdvanceAsync(StoredReminder reminder, DateTimeOffset nextDue, CancellationToken cancellationToken) =>
            Forgets ? ValueTask.FromResult(false) : _inner.AdvanceAsync(reminder, nextDue, cancellationToken);

        public ValueTask<IReadOnlyList<StoredReminder>> ListAsync(string grainType, string key, CancellationToken cancellationToken) => _inner.ListAsync(grainType, key, cancellationToken);

        public ValueTask<IReadOnlyList<StoredReminder>> ListDueAsync(StoredReminder? after, DateTimeOffset until, int limit, CancellationToken cancellationToken)
        {
            if (CancelReads > 0 && Interlocked.Decrement(ref _cancelReads) >= 0)
                throw new OperationCanceledException("The statement took too long.");
            return _inner.ListDueAsync(after, until, limit, cancellationToken);
        }

        public ValueTask<DateTimeOffset?> EarliestDueAsync(StoredReminder? after, CancellationToken cancellationToken) => _inner.EarliestDueAsync(after, cancellationToken);
    }
}
