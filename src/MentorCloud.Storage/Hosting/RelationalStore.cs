using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Facts;
using MentorCloud.Storage.Keys;
using MentorCloud.Storage.Migrations;
using MentorCloud.Storage.Sql;
using MentorCloud.Storage.Views.Tables;

namespace MentorCloud.Storage.Hosting;

/// <summary>Opens, counts, copies and checks the store.</summary>
internal sealed class RelationalStore(SqlStore store, Migrator migrator, KeyRingCheck keys, FeedSignal signal) : IRelationalStore, IDisposable
{
    private static readonly string[] Tables =
    [
        "facts", "grain_positions", "consumers", "audit", "tenant_keys", "person_keys", .. ViewTables.Names,
    ];

    private readonly SemaphoreSlim opening = new(1);
    private bool open;

    public async Task InitializeAsync(CancellationToken cancellationToken)
    {
        await opening.WaitAsync(cancellationToken);
        try
        {
            if (open) return;
            await store.PrepareAsync(cancellationToken);
            await migrator.RunAsync(cancellationToken);
            await keys.RunAsync(cancellationToken);
            await store.StartAsync(cancellationToken);
            signal.Advance(await LatestAsync(cancellationToken));
            open = true;
        }
        finally
        {
            opening.Release();
        }
    }

    public Task CheckAsync(CancellationToken cancellationToken) => LatestAsync(cancellationToken);

    public async Task<StorageStats> StatsAsync(CancellationToken cancellationToken)
    {
        var version = await store.ReadAsync(
            TenantScope.All, session => Migrator.VersionAsync(session, cancellationToken), cancellationToken);
        var rows = await store.InspectAsync(session => CountAsync(session, cancellationToken), cancellationToken);
        return new(
            store.Provider, version, await LatestAsync(cancellationToken), rows, await store.BytesAsync(cancellationToken),
            store.Writer.Commits, store.Writer.Writes);
    }

    public Task BackupAsync(string file, CancellationToken cancellationToken) => store.BackupAsync(file, cancellationToken);

    public Task VerifyAsync(CancellationToken cancellationToken) => store.VerifyAsync(cancellationToken);

    public async Task<IReadOnlyList<TenantId>> AuditedTenantsAsync(CancellationToken cancellationToken) => await store.InspectAsync(
        session => session.ListAsync(
            "SELECT tenant FROM audit_heads UNION SELECT DISTINCT tenant FROM audit ORDER BY 1", reader => reader.Id<TenantId>(0), cancellationToken),
        cancellationToken);

    public void Dispose() => opening.Dispose();

    private static async Task<Dictionary<string, long>> CountAsync(SqlSession session, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, long>();
        foreach (var table in Tables) rows[table] = await session.NumberAsync($"SELECT COUNT(*) FROM {table}", cancellationToken);
        return rows;
    }

    private Task<long> LatestAsync(CancellationToken cancellationToken) => store.ReadAsync(
        TenantScope.All, session => session.NumberAsync("SELECT MAX(position) FROM facts", cancellationToken), cancellationToken);
}
