using System.Data;
using MentorCloud.Storage.Facts;
using MentorCloud.Storage.Hosting;
using Npgsql;

namespace MentorCloud.Storage.Sql.PostgreSql;

/// <summary>A PostgreSQL database. Requests run in a role that row policies hold; the owner only migrates and rebuilds.</summary>
internal sealed class PostgreSqlStore : SqlStore
{
    private readonly NpgsqlDataSource app;
    private readonly NpgsqlDataSource owner;
    private readonly PostgreSqlListener listener;
    private readonly string server;

    public PostgreSqlStore(StorageOptions options, FeedSignal signal, TimeProvider clock, PostgreSqlDialect? dialect = null)
        : base(options.LargestGroup)
    {
        Dialect = dialect ?? new PostgreSqlDialect();
        var text = new NpgsqlConnectionStringBuilder(options.ConnectionString) { MaxAutoPrepare = 100 };
        server = $"{text.Host}/{text.Database}";
        owner = NpgsqlDataSource.Create(options.OwnerConnectionString ?? options.ConnectionString!);
        // Set when the connection begins, so that no reset and no pooling brings the login's own rights back.
        text.Options = $"{text.Options} -c role=mentorcloud_app".Trim();
        app = NpgsqlDataSource.Create(text);
        listener = new(app, signal, clock);
    }

    public override SqlDialect Dialect { get; }

    public override StorageProvider Provider => StorageProvider.PostgreSql;

    public override Task<T> ReadAsync<T>(TenantScope scope, Func<SqlSession, Task<T>> read, CancellationToken cancellationToken) =>
        ReadAsync(app, scope, read, cancellationToken);

    public override Task<T> InspectAsync<T>(Func<SqlSession, Task<T>> read, CancellationToken cancellationToken) =>
        ReadAsync(owner, TenantScope.All, read, cancellationToken);

    public override async Task<T> MaintainAsync<T>(Func<SqlSession, Task<T>> change, CancellationToken cancellationToken)
    {
        var writer = new PostgreSqlWriter(owner, server);
        try
        {
            var session = await writer.BeginAsync();
            var result = await change(session);
            await writer.CommitAsync();
            return result;
        }
        catch (NpgsqlException exception)
        {
            throw PostgreSqlFailures.Explain(exception, server);
        }
        finally
        {
            await writer.DisposeAsync();
        }
    }

    public override Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task StartAsync(CancellationToken cancellationToken) => listener.StartAsync(cancellationToken);

    // The server overwrites deleted rows when it vacuums; docs/storage.md says what that means for its log and backups.
    public override Task ScrubAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task<long> BytesAsync(CancellationToken cancellationToken) => ReadAsync(
        TenantScope.All,
        session => session.NumberAsync("SELECT pg_database_size(current_database())", cancellationToken),
        cancellationToken);

    protected override IWriteConnection OpenWriter() => new PostgreSqlWriter(app, server);

    protected override async ValueTask CloseAsync()
    {
        await listener.DisposeAsync();
        await app.DisposeAsync();
        await owner.DisposeAsync();
    }

    private async Task<T> ReadAsync<T>(
        NpgsqlDataSource source, TenantScope scope, Func<SqlSession, Task<T>> read, CancellationToken cancellationToken)
    {
        using var activity = StartRead();
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            await PostgreSqlScope.EnterAsync(connection, scope, cancellationToken);
            return await read(new SqlSession(connection, transaction));
        }
        catch (NpgsqlException exception)
        {
            throw PostgreSqlFailures.Explain(exception, server);
        }
    }
}
