using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Tests.Crash;

internal sealed class LedgerGrain([PersistentState("ledger")] IPersistentState<LedgerState> ledger) : Grain, ILedgerGrain, IRemindable
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public async Task<long> Append()
    {
        var before = ledger.State;
        var after = LedgerState.Of(before.Number + 1);
        if (after.Number % 5 == 1)
            await this.RegisterOrUpdateReminder("yearly", Year, Year);
        try
        {
            ledger.State = after;
            await ledger.WriteStateAsync();
        }
        catch (StorageUnavailableException)
        {
            ledger.State = before;
            throw;
        }

        return after.Number;
    }

    public Task<long> Read() => ledger.State.IsWhole
        ? Task.FromResult(ledger.State.Number)
        : throw new InvalidOperationException($"{GrainContext.GrainId} is half applied at {ledger.State.Number}.");

    public async Task<int> Reminders() => (await this.GetReminders()).Count;

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;
}
