using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Transfer;

/// <summary>What an installation has of a tenant's records.</summary>
/// <param name="LastRecord">The number of the last record of its audit log; 0 for none.</param>
/// <param name="LastHash">That record's hash; null for none.</param>
/// <param name="Head">The end of its audit log; null when an import was cut off, or there never was one.</param>
/// <param name="HasKey">Whether the tenant's key is here.</param>
internal sealed record TransferState(long LastRecord, string? LastHash, (long Number, string Hash)? Head, bool HasKey)
{
    /// <summary>Whether the tenant is here, and not only the beginning of an import.</summary>
    public bool IsWhole => Head is not null || HasKey;

    public static async Task<TransferState> ReadAsync(SqlSession session, TenantId tenant, CancellationToken cancellationToken)
    {
        var own = ("@tenant", (object?)tenant.ToString());
        var last = await session.FirstAsync<(long, string)?>(
            "SELECT number, hash FROM audit WHERE tenant = @tenant ORDER BY number DESC LIMIT 1", reader => (reader.Long(0), reader.Text(1)), cancellationToken, own);
        var head = await session.FirstAsync<(long, string)?>(
            "SELECT number, hash FROM audit_heads WHERE tenant = @tenant", reader => (reader.Long(0), reader.Text(1)), cancellationToken, own);
        var keys = await session.NumberAsync("SELECT COUNT(*) FROM tenant_keys WHERE tenant = @tenant", cancellationToken, own);
        return new(last?.Item1 ?? 0, last?.Item2, head, keys > 0);
    }
}
