using MentorCloud.Storage.Failures;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Migrations;

/// <summary>
/// Brings the schema up to date: each step in a transaction of its own together with its mark, so that a start killed
/// half-way goes on with the next step. A schema newer than this program is refused by name.
/// </summary>
internal sealed class Migrator(SqlStore store, IReadOnlyList<Migration> steps, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await store.MaintainAsync(
            session => session.ExecuteAsync(
                store.Dialect.Fill("CREATE TABLE IF NOT EXISTS schema_steps (number bigint PRIMARY KEY, name {text} NOT NULL, applied_at bigint NOT NULL)"),
                cancellationToken),
            cancellationToken);
        var found = await store.MaintainAsync(session => VersionAsync(session, cancellationToken), cancellationToken);
        if (found > steps[^1].Number) throw new SchemaTooNewException(found, steps[^1].Number);
        foreach (var step in steps.Where(step => step.Number > found))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await store.MaintainAsync(session => ApplyAsync(session, step), cancellationToken);
        }
    }

    public static async Task<int> VersionAsync(SqlSession session, CancellationToken cancellationToken) =>
        checked((int)await session.NumberAsync("SELECT MAX(number) FROM schema_steps", cancellationToken));

    // Not cancelled inside: a step is short, and half of one would only be rolled back.
    private async Task<int> ApplyAsync(SqlSession session, Migration step)
    {
        // Another process that started at the same time may have been here between our look and our lock.
        if (await VersionAsync(session, CancellationToken.None) >= step.Number) return 0;
        await session.ExecuteAsync(step.Sql, CancellationToken.None);
        return await session.ExecuteAsync(
            "INSERT INTO schema_steps (number, name, applied_at) VALUES (@number, @name, @at)",
            CancellationToken.None,
            ("@number", (long)step.Number), ("@name", step.Name), ("@at", clock.GetUtcNow().Column()));
    }
}
