using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Tests.Contract;

/// <summary>What every store of reminders must do. One class for each database derives from it.</summary>
public abstract class ReminderStoreContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private IStoreUnderTest _store = null!;

    private IReminderStore Reminders => _store.Reminders;

    internal abstract Task<IStoreUnderTest> OpenAsync();

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Registered_reminder_is_listed_with_its_schedule()
    {
        var stored = await Reminders.UpsertAsync(Reminder("a", Noon), default);
        await _store.ReopenAsync();

        Assert.Equal(stored, Assert.Single(await Reminders.ListAsync("pairing", "t/a", default)));
        Assert.True(stored.Version > 0);
    }

    [Fact]
    public async Task Registering_again_replaces_the_schedule_and_the_version()
    {
        var first = await Reminders.UpsertAsync(Reminder("a", Noon), default);
        var second = await Reminders.UpsertAsync(Reminder("a", Noon.AddDays(1)), default);

        Assert.NotEqual(first.Version, second.Version);
        Assert.Equal(second, Assert.Single(await Reminders.ListAsync("pairing", "t/a", default)));
    }

    [Fact]
    public async Task Advance_moves_the_due_time_of_the_same_version_only()
    {
        var first = await Reminders.UpsertAsync(Reminder("a", Noon), default);
        Assert.True(await Reminders.AdvanceAsync(first, Noon.AddHours(1), default));
        var second = await Reminders.UpsertAsync(Reminder("a", Noon.AddHours(2)), default);

        Assert.False(await Reminders.AdvanceAsync(first, Noon.AddDays(9), default));
        Assert.Equal(second.NextDue, Assert.Single(await Reminders.ListAsync("pairing", "t/a", default)).NextDue);
    }

    [Fact]
    public async Task Removed_reminder_is_gone()
    {
        var stored = await Reminders.UpsertAsync(Reminder("a", Noon), default);
        await Reminders.RemoveAsync("pairing", "t/a", "timer", default);
        await Reminders.RemoveAsync("pairing", "t/a", "timer", default);

        Assert.Empty(await Reminders.ListAsync("pairing", "t/a", default));
        Assert.False(await Reminders.AdvanceAsync(stored, Noon, default));
        Assert.Null(await Reminders.EarliestDueAsync(null, default));
    }

    [Fact]
    public async Task Due_reminders_come_page_by_page_in_order()
    {
        for (var i = 0; i < 25; i++)
            await Reminders.UpsertAsync(Reminder($"{i:D2}", Noon.AddMinutes(i / 5)), default);

        var first = await Reminders.ListDueAsync(null, Noon.AddMinutes(3), 7, default);
        var second = await Reminders.ListDueAsync(first[^1], Noon.AddMinutes(3), 100, default);

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"t/{i:D2}"), first.Concat(second).Select(reminder => reminder.Key));
        Assert.Equal(Noon.AddMinutes(4), await Reminders.EarliestDueAsync(second[^1], default));
        Assert.Equal(Noon, await Reminders.EarliestDueAsync(null, default));
    }

    private static StoredReminder Reminder(string key, DateTimeOffset due) =>
        new("pairing", "t/" + key, "timer", due, TimeSpan.FromMinutes(5), due, 0);
}
