using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;
using MentorCloud.Storage.Views.Lists;

namespace MentorCloud.Storage.Audit;

/// <summary>The audit log of each tenant, in a table that refuses changes.</summary>
internal sealed class SqlAuditLog(SqlStore store) : IAuditLog
{
    private const int Largest = 1000;

    public Task AppendAllAsync(TenantId tenant, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken) =>
        entries.Count == 0 ? Task.CompletedTask : store.WriteAsync(
            tenant,
            async session =>
            {
                await AuditAppender.AppendAsync(session, tenant, entries);
                return 1;
            },
            cancellationToken);

    public Task<IReadOnlyList<AuditRecord>> ReadAsync(TenantId tenant, long after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, Largest);
        return store.ReadAsync<IReadOnlyList<AuditRecord>>(
            tenant,
            async session =>
            [
                .. (await LinesAsync(session, tenant, after, most, cancellationToken))
                    .Select(read => new AuditRecord(read.Line.Number, read.Line.Entry(), read.Hash)),
            ],
            cancellationToken);
    }

    public Task<Page<AuditRecord>> PageAsync(TenantId tenant, AuditFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        PageCheck.Page(page);
        return store.ReadAsync(tenant, session => new AuditPages(store, tenant, filter).ReadAsync(session, page, cancellationToken), cancellationToken);
    }

    public Task<long?> FirstAlteredAsync(TenantId tenant, CancellationToken cancellationToken) =>
        store.ReadAsync(tenant, session => FirstAlteredAsync(session, tenant, cancellationToken), cancellationToken);

    private async Task<long?> FirstAlteredAsync(SqlSession session, TenantId tenant, CancellationToken cancellationToken)
    {
        var head = await AuditHead.ReadAsync(session, tenant, cancellationToken);
        var (number, hash) = (0L, AuditChain.Beginning);
        while (true)
        {
            var lines = await LinesAsync(session, tenant, number, Largest, cancellationToken);
            foreach (var (line, stored) in lines)
            {
                number++;
                hash = AuditChain.Hash(hash, tenant, line);
                if (line.Number != number || number > head.Number || stored != hash) return number;
            }

            if (lines.Count < Largest) break;
        }

        // Records cut off at the end leave a chain that is right in itself; the head remembers how long it was.
        if (number < head.Number) return number + 1;
        return hash == head.Hash ? null : number;
    }

    private Task<List<(AuditLine Line, string Hash)>> LinesAsync(
        SqlSession session, TenantId tenant, long after, int most, CancellationToken cancellationToken) => session.ListAsync(
        $"""
        SELECT {AuditLine.Columns} FROM audit
        WHERE {store.Dialect.OwnTenant} AND number > @after ORDER BY number LIMIT @most
        """,
        AuditLine.Read,
        cancellationToken,
        ("@tenant", tenant.ToString()), ("@after", after), ("@most", (long)most));
}
