using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Facts;

/// <summary>Reads published facts in the order of their commits, and keeps the consumers' places.</summary>
internal sealed class SqlFactFeed(SqlStore store, FeedSignal signal) : IFactFeed
{
    public long Latest => signal.Latest;

    public Task<IReadOnlyList<FactRecord>> ReadAsync(long after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 1000);
        return store.ReadAsync<IReadOnlyList<FactRecord>>(
            TenantScope.All,
            async session => await session.ListAsync(
                "SELECT position, tenant, grain, sequence, at, actor, type, json FROM facts WHERE position > @after ORDER BY position LIMIT @most",
                reader => new FactRecord(
                    reader.Long(0), reader.Id<TenantId>(1), reader.Text(2), reader.Long(3), reader.Instant(4), reader.Text(5),
                    FactCodec.Read(reader.Text(6), reader.Text(7))),
                cancellationToken,
                ("@after", after), ("@most", (long)most)),
            cancellationToken);
    }

    public Task WaitAsync(long after, CancellationToken cancellationToken) => signal.WaitAsync(after, cancellationToken);

    public Task<long> CheckpointAsync(string consumer, CancellationToken cancellationToken) => store.ReadAsync(
        TenantScope.All,
        session => session.NumberAsync("SELECT position FROM consumers WHERE name = @name", cancellationToken, ("@name", consumer)),
        cancellationToken);

    public Task SaveCheckpointAsync(string consumer, long position, CancellationToken cancellationToken) => store.WriteAsync(
        TenantScope.All,
        session => session.ExecuteAsync(
            "INSERT INTO consumers (name, position) VALUES (@name, @position) ON CONFLICT (name) DO UPDATE SET position = excluded.position",
            CancellationToken.None,
            ("@name", consumer), ("@position", position)),
        cancellationToken);
}
