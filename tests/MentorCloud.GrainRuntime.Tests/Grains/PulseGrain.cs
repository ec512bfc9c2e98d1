namespace MentorCloud.GrainRuntime.Tests.Grains;

/// <summary>As a pairing does: one reminder, set anew at every tick for the same time a week on.</summary>
internal sealed class PulseGrain(PulseBook book, TimeProvider time) : Grain, IPulseGrain, IRemindable
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public Task Start(TimeSpan first) => this.RegisterOrUpdateReminder("pulse", first, Week);

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        book.Pulses.GetOrAdd(this.GetPrimaryKeyString(), static _ => []).Add(time.GetUtcNow());
        await this.RegisterOrUpdateReminder("pulse", Week, Week);
    }
}
