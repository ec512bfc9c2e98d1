using System.Runtime.CompilerServices;
using MentorCloud.Cluster.Directory;
using MentorCloud.Cluster.Serialization;
using MentorCloud.Cluster.Silo;
using MentorCloud.Contracts.Directory;
using MentorCloud.Domain.Identifiers;
using Orleans.Storage;

namespace MentorCloud.Cluster.Transfer;

/// <summary>
/// A tenant's grains in Azure Storage, read and written by Orleans' own providers, so that their layout stays Orleans'
/// affair; no silo is started for it.
/// </summary>
internal sealed class TableGrains(
    [FromKeyedServices(SiloSetup.GrainStorage)] IGrainStorage storage,
    IReminderTable reminders,
    TableGrainDirectory directory,
    StoppedCluster cluster,
    ILogger<SiloLifecycleSubject> log) : IGrainTransfer
{
    /// <inheritdoc/>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await cluster.RequireAsync(cancellationToken);

        // What a silo does with its storage when it starts.
        var start = new SiloLifecycleSubject(log);
        ((ILifecycleParticipant<ISiloLifecycle>)storage).Participate(start);
        await start.OnStart(cancellationToken);
        await reminders.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<GrainRecord> ReadAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var kind in await directory.KindsAsync(cancellationToken))
        {
            await foreach (var key in directory.KeysAsync(kind, $"{tenant}/", cancellationToken))
            {
                if (await ReadAsync(kind, key) is { RecordExists: true, State: { } state })
                {
                    yield return new GrainRecord(kind, key, kind, state.Json);
                }
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<GrainReminder>> RemindersAsync(TenantId tenant, GrainRecord grain, CancellationToken cancellationToken)
    {
        var found = await reminders.ReadRows(GrainId.Create(grain.GrainType, grain.Key), cancellationToken);
        return [.. found.Reminders.Select(one => ToReminder(grain, one))];
    }

    /// <inheritdoc/>
    public async Task WriteAsync(TenantId tenant, GrainRecord record, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(record.GrainType, record.Key);
        if (!found.RecordExists)
        {
            found.State = new RawState { Json = record.Payload.ToArray() };
            await storage.WriteStateAsync(record.StateName, GrainId.Create(record.GrainType, record.Key), found);
        }
        else if (!found.State!.Json.AsSpan().SequenceEqual(record.Payload.Span))
        {
            throw new InvalidDataException($"{record.GrainType}/{record.Key} is in this store already, with another state.");
        }
    }

    /// <inheritdoc/>
    public async Task RegisterAsync(TenantId tenant, GrainReminder reminder, CancellationToken cancellationToken) => await reminders.UpsertRow(new ReminderEntry
    {
        GrainId = GrainId.Create(reminder.GrainType, reminder.Key),
        ReminderName = reminder.Name,
        StartAt = reminder.NextDue.UtcDateTime,
        Period = reminder.Period,
    }, cancellationToken);

    /// <summary>Orleans keeps the first due time alone; one that has passed counts as due, and the grain finds out what there is to do.</summary>
    private static GrainReminder ToReminder(GrainRecord grain, ReminderEntry entry)
    {
        var due = new DateTimeOffset(DateTime.SpecifyKind(entry.StartAt, DateTimeKind.Utc));
        return new GrainReminder(grain.GrainType, grain.Key, entry.ReminderName, due, due, entry.Period);
    }

    private async Task<GrainState<RawState>> ReadAsync(string kind, string key)
    {
        var state = new GrainState<RawState>(new RawState());
        await storage.ReadStateAsync(kind, GrainId.Create(kind, key), state);
        return state;
    }
}
