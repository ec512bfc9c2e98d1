using System.Diagnostics;
using MentorCloud.Storage.Diagnostics;
using MentorCloud.Storage.Hosting;

namespace MentorCloud.Storage.Sql;

/// <summary>One database, whichever it is: reads on pooled connections, writes grouped through one writer.</summary>
internal abstract class SqlStore(int largestGroup) : IAsyncDisposable
{
    private readonly Lock opening = new();
    private SqlGroupWriter? writer;

    public abstract SqlDialect Dialect { get; }

    public abstract StorageProvider Provider { get; }

    /// <summary>The one writer, made for the first write: two would lock each other out.</summary>
    public SqlGroupWriter Writer
    {
        get
        {
            lock (opening)
            {
                return writer ??= new SqlGroupWriter(OpenWriter(), largestGroup);
            }
        }
    }

    /// <summary>Reads in one snapshot.</summary>
    public abstract Task<T> ReadAsync<T>(TenantScope scope, Func<SqlSession, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>Writes durably, sharing a transaction with whatever else waits. May run again after being rolled back.</summary>
    public Task<T> WriteAsync<T>(TenantScope scope, Func<SqlSession, Task<T>> write, CancellationToken cancellationToken) =>
        StorageTelemetry.Traces ? WriteTracedAsync(scope, write, cancellationToken) : Writer.WriteAsync(scope, write, cancellationToken);

    /// <summary>Changes schema or whole tables, as the tables' owner, in a transaction of its own.</summary>
    public abstract Task<T> MaintainAsync<T>(Func<SqlSession, Task<T>> change, CancellationToken cancellationToken);

    /// <summary>Reads across tenants what only an operator's question needs, as the tables' owner.</summary>
    public abstract Task<T> InspectAsync<T>(Func<SqlSession, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>Makes the place where the database stands, or finds out that it cannot be used.</summary>
    public abstract Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Begins what goes on beside the requests, once the schema stands.</summary>
    public abstract Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Leaves no trace of deleted rows in files that this process writes.</summary>
    public abstract Task ScrubAsync(CancellationToken cancellationToken);

    public abstract Task<long> BytesAsync(CancellationToken cancellationToken);

    public abstract Task BackupAsync(string file, CancellationToken cancellationToken);

    public abstract Task VerifyAsync(CancellationToken cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (writer is not null) await writer.DisposeAsync();
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract IWriteConnection OpenWriter();

    protected abstract ValueTask CloseAsync();

    /// <summary>A span around one read; null when nobody traces.</summary>
    protected Activity? StartRead() => StorageTelemetry.Start("views read", Provider);

    private async Task<T> WriteTracedAsync<T>(TenantScope scope, Func<SqlSession, Task<T>> write, CancellationToken cancellationToken)
    {
        using var activity = StorageTelemetry.Start("views write", Provider);
        return await Writer.WriteAsync(scope, write, cancellationToken);
    }
}
