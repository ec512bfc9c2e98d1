using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;
using MentorCloud.Storage.Views.Tables;

namespace MentorCloud.Storage.Views;

/// <summary>
/// Fills tables beside the live ones, counts what differs, and replaces the live rows in one transaction. Facts, audit
/// log and keys are not touched; of the grains' positions only up to where their rows are known.
/// </summary>
internal sealed class ViewRebuild(SqlStore store) : IViewRebuild
{
    private const string Beside = "rebuild_";
    private const int GrainsAtOnce = 500;
    private static readonly IReadOnlyList<string> Tables = ViewTables.Names;

    public async Task<long> RebuildAsync(
        IAsyncEnumerable<(TenantId Tenant, string Grain, long Sequence, IReadOnlyList<ViewRow> Rows)> rows, CancellationToken cancellationToken)
    {
        var factsBefore = await store.MaintainAsync(
            async session =>
            {
                await CreateAsync(session);
                return await LatestAsync(session);
            },
            cancellationToken);
        await foreach (var grains in rows.Chunk(GrainsAtOnce).WithCancellation(cancellationToken))
        {
            await store.MaintainAsync(session => FillAsync(session, grains), cancellationToken);
        }

        return await store.MaintainAsync(session => SwapAsync(session, factsBefore), cancellationToken);
    }

    private static async Task CreateAsync(SqlSession session)
    {
        // Left over when an earlier rebuild was stopped.
        await DropAsync(session);
        foreach (var table in Tables.Append("grain_positions"))
            await session.ExecuteAsync($"CREATE TABLE {Beside}{table} AS SELECT * FROM {table} WHERE 1 = 0", CancellationToken.None);
    }

    private static async Task<int> FillAsync(SqlSession session, (TenantId Tenant, string Grain, long Sequence, IReadOnlyList<ViewRow> Rows)[] grains)
    {
        foreach (var (tenant, grain, sequence, rows) in grains)
        {
            await ViewWriter.InsertAsync(session, Beside, tenant, grain, rows);
            await session.ExecuteAsync(
                $"INSERT INTO {Beside}grain_positions (tenant, grain, sequence, rows_sequence) VALUES (@tenant, @grain, 0, @sequence)",
                CancellationToken.None,
                ("@tenant", tenant.ToString()), ("@grain", grain), ("@sequence", sequence));
        }

        return grains.Length;
    }

    private static async Task<long> SwapAsync(SqlSession session, long factsBefore)
    {
        // Rows read before a fact could hide what the fact changed.
        if (await LatestAsync(session) != factsBefore)
            throw new InvalidOperationException("Facts were published while the views were rebuilt; the views stay as they were. Stop the grains and rebuild again.");
        var different = 0L;
        foreach (var table in ViewTables.All)
            different += await session.NumberAsync(CountDifferent(table.Name, table.Key), CancellationToken.None);
        foreach (var table in Tables)
            await session.ExecuteAsync($"DELETE FROM {table}; INSERT INTO {table} SELECT * FROM {Beside}{table}", CancellationToken.None);
        await session.ExecuteAsync(
            $"""
            INSERT INTO grain_positions (tenant, grain, sequence, rows_sequence)
            SELECT tenant, grain, sequence, rows_sequence FROM {Beside}grain_positions WHERE 1 = 1
            ON CONFLICT (tenant, grain) DO UPDATE SET rows_sequence = excluded.rows_sequence
            """,
            CancellationToken.None);
        await DropAsync(session);
        return different;
    }

    // A row that is missing, extra or different counts once.
    private static string CountDifferent(string table, string key) =>
        $"""
        SELECT COUNT(*) FROM (
            SELECT tenant, {key} FROM (SELECT * FROM {table} EXCEPT SELECT * FROM {Beside}{table}) AS extra
            UNION
            SELECT tenant, {key} FROM (SELECT * FROM {Beside}{table} EXCEPT SELECT * FROM {table}) AS missing) AS different
        """;

    private static async Task DropAsync(SqlSession session)
    {
        foreach (var table in Tables.Append("grain_positions"))
            await session.ExecuteAsync($"DROP TABLE IF EXISTS {Beside}{table}", CancellationToken.None);
    }

    private static Task<long> LatestAsync(SqlSession session) => session.NumberAsync("SELECT MAX(position) FROM facts", CancellationToken.None);
}
