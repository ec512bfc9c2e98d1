using System.Runtime.CompilerServices;
using MentorCloud.Contracts.Directory;
using MentorCloud.Domain.Identifiers;
using MentorCloud.GrainRuntime;

namespace MentorCloud.Host;

/// <summary>A tenant's grains in the embedded runtime's store, which this process holds from the moment the store is made.</summary>
internal sealed class StoredGrains(IGrainStateStore states, IGrainStateCatalog catalog, IReminderStore reminders) : IGrainTransfer
{
    public Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async IAsyncEnumerable<GrainRecord> ReadAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (type, state) in await catalog.ListKindsAsync(cancellationToken))
        {
            await foreach (var entry in catalog.EnumerateAsync(type, state, $"{tenant}/", cancellationToken))
            {
                yield return new GrainRecord(type, entry.Key.Key, state, entry.State.Payload);
            }
        }
    }

    public async Task<IReadOnlyList<GrainReminder>> RemindersAsync(TenantId tenant, GrainRecord grain, CancellationToken cancellationToken)
    {
        var found = await reminders.ListAsync(grain.GrainType, grain.Key, cancellationToken);
        return [.. found.Select(one => new GrainReminder(one.GrainType, one.Key, one.Name, one.FirstDue, one.NextDue, one.Period))];
    }

    public async Task WriteAsync(TenantId tenant, GrainRecord record, CancellationToken cancellationToken)
    {
        var key = new GrainStateKey(record.GrainType, record.Key, record.StateName);
        if (await states.ReadAsync(key, cancellationToken) is not { } present)
        {
            await states.WriteAsync(key, 0, record.Payload, cancellationToken);
        }
        else if (!present.Payload.Span.SequenceEqual(record.Payload.Span))
        {
            throw new InvalidDataException($"{key} is in this store already, with another state.");
        }
    }

    public async Task RegisterAsync(TenantId tenant, GrainReminder reminder, CancellationToken cancellationToken) =>
        await reminders.UpsertAsync(
            new StoredReminder(reminder.GrainType, reminder.Key, reminder.Name, reminder.FirstDue, reminder.Period, reminder.NextDue, 0), cancellationToken);
}
