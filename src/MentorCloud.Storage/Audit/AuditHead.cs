using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Audit;

/// <summary>The end of a tenant's chain; it shows when records were cut off at the end.</summary>
internal sealed record AuditHead(long Number, string Hash)
{
    private static readonly AuditHead None = new(0, AuditChain.Beginning);

    public static async Task<AuditHead> ReadAsync(SqlSession session, TenantId tenant, CancellationToken cancellationToken) =>
        await session.FirstAsync(
            "SELECT number, hash FROM audit_heads WHERE tenant = @tenant",
            reader => new AuditHead(reader.Long(0), reader.Text(1)),
            cancellationToken,
            ("@tenant", tenant.ToString())) ?? None;

    public Task WriteAsync(SqlSession session, TenantId tenant) => session.ExecuteAsync(
        """
        INSERT INTO audit_heads (tenant, number, hash) VALUES (@tenant, @number, @hash)
        ON CONFLICT (tenant) DO UPDATE SET number = excluded.number, hash = excluded.hash
        """,
        CancellationToken.None,
        ("@tenant", tenant.ToString()), ("@number", Number), ("@hash", Hash));
}
