using MentorCloud.Contracts.Audit;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Audit;

/// <summary>Appends to a tenant's chain inside the writer's transaction; only one writer at a time can be there.</summary>
internal static class AuditAppender
{
    public static async Task AppendAsync(SqlSession session, TenantId tenant, IReadOnlyList<AuditEntry> entries)
    {
        var head = await AuditHead.ReadAsync(session, tenant, CancellationToken.None);
        foreach (var entry in entries)
        {
            var line = AuditLine.From(head.Number + 1, entry);
            head = new(line.Number, AuditChain.Hash(head.Hash, tenant, line));
            await InsertAsync(session, tenant, line, head.Hash);
        }

        await head.WriteAsync(session, tenant);
    }

    private static Task<int> InsertAsync(SqlSession session, TenantId tenant, AuditLine line, string hash) => session.ExecuteAsync(
        """
        INSERT INTO audit (tenant, number, at, actor, action, subject, person, detail, hash)
        VALUES (@tenant, @number, @at, @actor, @action, @subject, @person, @detail, @hash)
        """,
        CancellationToken.None,
        ("@tenant", tenant.ToString()), ("@number", line.Number), ("@at", line.AtTicks), ("@actor", line.Actor),
        ("@action", line.Action), ("@subject", line.Subject), ("@person", line.Person),
        ("@detail", line.Detail), ("@hash", hash));
}
