using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MentorCloud.Contracts.Keys;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Storage.Keys;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Transfer;

/// <summary>
/// Moves a tenant's records a page at a time. What makes them whole at their new place, the end of the audit log and the tenant's
/// key, is written last, with the last page: without it an import was cut off and goes on. The tenant's key is unwrapped only to
/// be wrapped again, for the way and at its end.
/// </summary>
internal sealed class SqlTenantTransfer(SqlStore store, IMasterKey master) : ITenantTransfer
{
    private const int PageSize = 1000;

    public async IAsyncEnumerable<TransferLine> ExportAsync(
        TenantId tenant, ReadOnlyMemory<byte> transferKey, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CheckKey(transferKey);
        foreach (var table in TransferTable.All)
        {
            List<TransferLine>? page = null;
            do
            {
                var after = page is null ? null : table.PlaceOf(page[^1]);
                page = await store.ReadAsync(tenant, session => PageAsync(session, tenant, table, after, cancellationToken), cancellationToken);
                foreach (var line in page)
                    yield return table == TransferTable.TenantKey ? await LeavingAsync(tenant, line, transferKey, cancellationToken) : line;
            }
            while (page.Count == PageSize);
        }
    }

    public async Task<bool> ImportAsync(
        TenantId tenant, IAsyncEnumerable<TransferLine> lines, ReadOnlyMemory<byte> transferKey, CancellationToken cancellationToken)
    {
        CheckKey(transferKey);
        var here = await store.ReadAsync(tenant, session => TransferState.ReadAsync(session, tenant, cancellationToken), cancellationToken);
        var check = new TransferCheck(tenant, here.LastRecord);
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            var record = TransferRecord.Of(line);
            check.Read(record);
            if (record.Table == TransferTable.TenantKey) CryptographicOperations.ZeroMemory(Opened(tenant, record, transferKey));
        }

        check.End();
        if (here.IsWhole && here.Head == check.Head) return false;
        if (here.IsWhole || here.LastHash != check.HashAtAsked) throw Present();
        await WriteAsync(tenant, lines, transferKey, here.LastRecord, cancellationToken);
        return true;
    }

    private static Task<List<TransferLine>> PageAsync(
        SqlSession session, TenantId tenant, TransferTable table, object? after, CancellationToken cancellationToken) => session.ListAsync(
        $"SELECT {table.Names} FROM {table.Table} WHERE tenant = @tenant {(after is null ? string.Empty : $"AND {table.Order} > @after")} ORDER BY {table.Order} LIMIT @most",
        table.Read, cancellationToken,
        [("@tenant", tenant.ToString()), .. after is null ? Array.Empty<(string, object?)>() : [("@after", after)], ("@most", (long)PageSize)]);

    private async Task WriteAsync(
        TenantId tenant, IAsyncEnumerable<TransferLine> lines, ReadOnlyMemory<byte> transferKey, long written, CancellationToken cancellationToken)
    {
        var page = new List<TransferRecord>(PageSize);
        var last = new List<TransferRecord>();
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            var record = TransferRecord.Of(line);
            if (record.Table == TransferTable.TenantKey)
                last.Add(await ArrivedAsync(tenant, record, transferKey, cancellationToken));
            else if (record.Table == TransferTable.AuditHead)
                last.Add(record);
            else if (record.Table != TransferTable.Audit || record.Number > written)
                page.Add(record);
            if (page.Count < PageSize) continue;
            await InsertAsync(tenant, page, cancellationToken);
            page = new List<TransferRecord>(PageSize);
        }

        await InsertAsync(tenant, [.. page, .. last], cancellationToken);
    }

    private Task<int> InsertAsync(TenantId tenant, List<TransferRecord> records, CancellationToken cancellationToken) => store.WriteAsync(
        tenant,
        async session =>
        {
            foreach (var record in records)
                await session.ExecuteAsync(record.Table.Insert, CancellationToken.None, [("@tenant", tenant.ToString()), .. record.Values]);
            return records.Count;
        },
        cancellationToken);

    private async Task<TransferLine> LeavingAsync(
        TenantId tenant, TransferLine line, ReadOnlyMemory<byte> transferKey, CancellationToken cancellationToken)
    {
        var key = await master.UnwrapAsync(line.Values[0].GetBytesFromBase64(), KeyTables.MasterContext(tenant), cancellationToken);
        var wrapped = SealedBox.Close(transferKey.Span, key, WayContext(tenant));
        CryptographicOperations.ZeroMemory(key);
        return line with { Values = [JsonSerializer.SerializeToElement(wrapped), .. line.Values.Skip(1)] };
    }

    private async Task<TransferRecord> ArrivedAsync(
        TenantId tenant, TransferRecord record, ReadOnlyMemory<byte> transferKey, CancellationToken cancellationToken)
    {
        var plain = Opened(tenant, record, transferKey);
        record.Values[0].Value = await master.WrapAsync(plain, KeyTables.MasterContext(tenant), cancellationToken);
        CryptographicOperations.ZeroMemory(plain);
        return record;
    }

    private static byte[] Opened(TenantId tenant, TransferRecord record, ReadOnlyMemory<byte> transferKey) =>
        SealedBox.Open(transferKey.Span, (byte[]?)record.Values[0].Value ?? [], WayContext(tenant));

    private static byte[] WayContext(TenantId tenant) => Encoding.UTF8.GetBytes($"transfer|{tenant}");

    private static void CheckKey(ReadOnlyMemory<byte> transferKey) =>
        ArgumentOutOfRangeException.ThrowIfNotEqual(transferKey.Length, SealedBox.KeyBytes, nameof(transferKey));

    private static RefusedException Present() =>
        new(new Refusal(ErrorCodes.AlreadyExists, "This installation has other records of the tenant already; import it into another one."));
}
