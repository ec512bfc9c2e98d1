using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Storage.Audit;
using MentorCloud.Storage.Diagnostics;
using MentorCloud.Storage.Sql;
using MentorCloud.Storage.Views;

namespace MentorCloud.Storage.Facts;

/// <summary>Writes a grain's entries with everything that follows from them: facts, audit records, rows, the grain's position.</summary>
internal sealed class SqlFactPublisher(SqlStore store, FeedSignal signal, TimeProvider clock) : IFactPublisher
{
    public Task PublishAsync(TenantId tenant, string grain, IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(grain);
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count);
        var age = clock.GetUtcNow() - entries[0].At;
        return StorageTelemetry.WatchAsync(
            store.WriteAsync(tenant, session => ApplyAsync(session, tenant, grain, entries), cancellationToken),
            age > TimeSpan.Zero ? age : TimeSpan.Zero);
    }

    private async Task<int> ApplyAsync(SqlSession session, TenantId tenant, string grain, IReadOnlyList<OutboxEntry> entries)
    {
        var position = await GrainPosition.ReadAsync(session, tenant, grain);
        var fresh = Fresh(grain, entries, position);
        if (fresh.Count == 0) return 0;
        await AppendFactsAsync(session, tenant, grain, fresh);
        await ReplaceRowsAsync(session, tenant, grain, fresh, position);
        await GrainPosition.WriteAsync(session, tenant, grain, fresh[^1].Sequence);
        return fresh.Count;
    }

    // Entries seen before are passed over; a missing one would put the grain's later facts before it for good. Only after
    // a rebuild may entries be missing: this database was lost or restored, and they were published into another one.
    private static List<OutboxEntry> Fresh(string grain, IReadOnlyList<OutboxEntry> entries, GrainPosition position)
    {
        var fresh = new List<OutboxEntry>();
        var last = position.Sequence;
        foreach (var entry in entries)
        {
            if (entry.Sequence <= last) continue;
            var rebuilt = fresh.Count == 0 && entry.Sequence <= position.RowsSequence + 1;
            if (entry.Sequence != last + 1 && !rebuilt) throw OutOfOrder(grain, last, entry.Sequence);
            fresh.Add(entry);
            last = entry.Sequence;
        }

        return fresh;
    }

    private static RefusedException OutOfOrder(string grain, long last, long next) => new(new Refusal(
        ErrorCodes.FactsOutOfOrder,
        FormattableString.Invariant($"{grain} published entry {next} after {last}; publish the entries between them first.")));

    private async Task AppendFactsAsync(SqlSession session, TenantId tenant, string grain, List<OutboxEntry> entries)
    {
        var audit = new List<AuditEntry>();
        var newest = 0L;
        foreach (var entry in entries)
        {
            foreach (var fact in entry.Facts.IsDefault ? [] : entry.Facts)
            {
                var json = FactCodec.Write(fact);
                newest = await InsertAsync(session, tenant, grain, entry, fact, json);
                audit.Add(FactAudit.Entry(grain, entry, FactCodec.NameOf(fact), json));
            }
        }

        if (audit.Count == 0) return;
        await AuditAppender.AppendAsync(session, tenant, audit);
        await store.Dialect.AnnounceAsync(session, newest);
        session.AfterCommit(() => signal.Advance(newest));
    }

    private static Task<long> InsertAsync(SqlSession session, TenantId tenant, string grain, OutboxEntry entry, Fact fact, string json) =>
        session.NumberAsync(
            "INSERT INTO facts (tenant, grain, sequence, at, actor, type, json) VALUES (@tenant, @grain, @sequence, @at, @actor, @type, @json) RETURNING position",
            CancellationToken.None,
            ("@tenant", tenant.ToString()), ("@grain", grain), ("@sequence", entry.Sequence), ("@at", entry.At.Column()),
            ("@actor", entry.Actor), ("@type", FactCodec.NameOf(fact)), ("@json", json));

    private static async Task ReplaceRowsAsync(SqlSession session, TenantId tenant, string grain, List<OutboxEntry> entries, GrainPosition position)
    {
        // Rows are replaced as a whole, so only the newest set counts.
        var newest = entries.FindLast(entry => !entry.Rows.IsDefault && entry.Sequence > position.RowsSequence);
        if (newest is not null) await ViewWriter.ReplaceAsync(session, tenant, grain, newest.Rows);
    }
}
