using System.Runtime.CompilerServices;
using MentorCloud.App.Transfer;
using MentorCloud.Contracts.Directory;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Tests.Transfer;

/// <summary>Stored grains in memory.</summary>
internal sealed class KeptGrains : IGrainTransfer
{
    public SortedDictionary<string, GrainRecord> Records { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, GrainReminder> Reminders { get; } = new(StringComparer.Ordinal);

    public Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async IAsyncEnumerable<GrainRecord> ReadAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var record in Records.Values.Where(one => one.Key.StartsWith(GrainArchive.PrefixOf(tenant), StringComparison.Ordinal)))
        {
            yield return record;
        }

        await Task.CompletedTask;
    }

    public Task<IReadOnlyList<GrainReminder>> RemindersAsync(TenantId tenant, GrainRecord grain, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<GrainReminder>>([.. Reminders.Values.Where(one => one.Key == grain.Key)]);

    public Task WriteAsync(TenantId tenant, GrainRecord record, CancellationToken cancellationToken) =>
        Records.TryAdd(record.Key, record) || Records[record.Key].Payload.Span.SequenceEqual(record.Payload.Span)
            ? Task.CompletedTask
            : throw new InvalidDataException($"{record.Key} is here with another state.");

    public Task RegisterAsync(TenantId tenant, GrainReminder reminder, CancellationToken cancellationToken)
    {
        Reminders[reminder.Key + reminder.Name] = reminder;
        return Task.CompletedTask;
    }
}
