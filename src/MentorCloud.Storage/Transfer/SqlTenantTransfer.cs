using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MentorCloud.Contracts.Keys;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Storage.Audit;
using MentorCloud.Storage.Keys;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Transfer;

/// <summary>Moves a tenant's records. The tenant's key is unwrapped only to be wrapped again, for the way and at its end.</summary>
internal sealed class SqlTenantTransfer(SqlStore store, IMasterKey master) : ITenantTransfer
{
    public async Task<IReadOnlyList<TransferLine>> ExportAsync(
        TenantId tenant, ReadOnlyMemory<byte> transferKey, CancellationToken cancellationToken)
    {
        CheckKey(transferKey);
        var lines = await store.ReadAsync(tenant, session => ReadAsync(session, tenant, cancellationToken), cancellationToken);
        var index = lines.FindIndex(line => line.Kind == TransferTable.TenantKey.Kind);
        if (index < 0) return lines;
        var key = await master.UnwrapAsync(lines[index].Values[0].GetBytesFromBase64(), KeyTables.MasterContext(tenant), cancellationToken);
        var wrapped = SealedBox.Close(transferKey.Span, key, WayContext(tenant));
        CryptographicOperations.ZeroMemory(key);
        lines[index] = lines[index] with { Values = [JsonSerializer.SerializeToElement(wrapped), lines[index].Values[1]] };
        return lines;
    }

    public async Task ImportAsync(
        TenantId tenant, IReadOnlyList<TransferLine> lines, ReadOnlyMemory<byte> transferKey, CancellationToken cancellationToken)
    {
        CheckKey(transferKey);
        var records = Parse(lines);
        CheckChain(tenant, records);
        var key = records.FindIndex(record => record.Table == TransferTable.TenantKey);
        if (key >= 0)
        {
            var plain = SealedBox.Open(transferKey.Span, (byte[])records[key].Arguments[0].Value!, WayContext(tenant));
            records[key].Arguments[0].Value = await master.WrapAsync(plain, KeyTables.MasterContext(tenant), cancellationToken);
            CryptographicOperations.ZeroMemory(plain);
        }

        await store.WriteAsync(tenant, session => InsertAsync(session, tenant, records), cancellationToken);
    }

    private static async Task<List<TransferLine>> ReadAsync(SqlSession session, TenantId tenant, CancellationToken cancellationToken)
    {
        var lines = new List<TransferLine>();
        foreach (var table in TransferTable.All)
        {
            lines.AddRange(await session.ListAsync(
                $"SELECT {table.Names} FROM {table.Table} WHERE tenant = @tenant ORDER BY {table.Order}",
                table.Read, cancellationToken, ("@tenant", tenant.ToString())));
        }

        return lines;
    }

    private static List<(TransferTable Table, (string Name, object? Value)[] Arguments)> Parse(IReadOnlyList<TransferLine> lines)
    {
        try
        {
            return [.. lines.Select(line => TransferTable.All.First(table => table.Kind == line.Kind)).Zip(
                lines, (table, line) => (table, table.Arguments(line)))];
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            throw Invalid("A line of the export is damaged; export the tenant again.");
        }
    }

    private static void CheckChain(TenantId tenant, List<(TransferTable Table, (string Name, object? Value)[] Arguments)> records)
    {
        var (number, hash) = (0L, AuditChain.Beginning);
        foreach (var (_, values) in records.Where(record => record.Table == TransferTable.Audit))
        {
            if (values.Where((_, column) => column is not (5 or 6)).Any(value => value.Value is null)) throw Altered(number + 1);
            var line = new AuditLine(
                (long)values[0].Value!, (long)values[1].Value!, (string)values[2].Value!, (string)values[3].Value!, (string)values[4].Value!,
                (string?)values[5].Value, (string?)values[6].Value);
            hash = AuditChain.Hash(hash, tenant, line);
            if (line.Number != ++number || (string?)values[7].Value != hash) throw Altered(number);
        }

        var head = records.Where(record => record.Table == TransferTable.AuditHead).Select(record => record.Arguments).SingleOrDefault();
        if ((head is null && number > 0) || (head is not null && (!Equals(head[0].Value, number) || !Equals(head[1].Value, hash))))
            throw Altered(number + 1);
    }

    private static async Task<int> InsertAsync(
        SqlSession session, TenantId tenant, List<(TransferTable Table, (string Name, object? Value)[] Arguments)> records)
    {
        foreach (var table in TransferTable.All)
        {
            if (await session.NumberAsync(
                $"SELECT COUNT(*) FROM {table.Table} WHERE tenant = @tenant", CancellationToken.None, ("@tenant", tenant.ToString())) > 0)
                throw new RefusedException(new Refusal(ErrorCodes.AlreadyExists, "This installation has records of the tenant already; import it into another one."));
        }

        foreach (var (table, arguments) in records)
            await session.ExecuteAsync(table.Insert, CancellationToken.None, [("@tenant", tenant.ToString()), .. arguments]);
        return records.Count;
    }

    private static byte[] WayContext(TenantId tenant) => Encoding.UTF8.GetBytes($"transfer|{tenant}");

    private static void CheckKey(ReadOnlyMemory<byte> transferKey) =>
        ArgumentOutOfRangeException.ThrowIfNotEqual(transferKey.Length, SealedBox.KeyBytes, nameof(transferKey));

    private static RefusedException Altered(long number) =>
        Invalid(FormattableString.Invariant($"Record {number} of the exported audit log was altered or is missing; export the tenant again."));

    private static RefusedException Invalid(string message) => new(new Refusal(ErrorCodes.InputInvalid, message, "file"));
}
