using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Facts;

/// <summary>How far a grain's entries were published.</summary>
/// <param name="Sequence">The last published entry; 0 for a grain that published nothing yet.</param>
/// <param name="RowsSequence">What a rebuild found in the grain's state; 0 when there was none. Entries up to here bring no rows.</param>
internal sealed record GrainPosition(long Sequence, long RowsSequence)
{
    private static readonly GrainPosition New = new(0, 0);

    public static async Task<GrainPosition> ReadAsync(SqlSession session, TenantId tenant, string grain) =>
        await session.FirstAsync(
            "SELECT sequence, rows_sequence FROM grain_positions WHERE tenant = @tenant AND grain = @grain",
            reader => new GrainPosition(reader.Long(0), reader.Long(1)),
            CancellationToken.None,
            ("@tenant", tenant.ToString()), ("@grain", grain)) ?? New;

    public static Task WriteAsync(SqlSession session, TenantId tenant, string grain, long sequence) => session.ExecuteAsync(
        """
        INSERT INTO grain_positions (tenant, grain, sequence, rows_sequence) VALUES (@tenant, @grain, @sequence, 0)
        ON CONFLICT (tenant, grain) DO UPDATE SET sequence = excluded.sequence
        """,
        CancellationToken.None,
        ("@tenant", tenant.ToString()), ("@grain", grain), ("@sequence", sequence));
}
