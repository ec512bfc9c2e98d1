using System.Diagnostics;
using System.Threading.Channels;
using MentorCloud.Storage.Diagnostics;

namespace MentorCloud.Storage.Sql;

/// <summary>
/// Writes everything that waits in one transaction and acknowledges each after its commit: under load one fsync serves
/// many callers, alone a caller waits for nobody.
/// </summary>
internal sealed class SqlGroupWriter : IAsyncDisposable
{
    private readonly Channel<WriteJob> waiting = Channel.CreateUnbounded<WriteJob>(new() { SingleReader = true });
    private readonly IWriteConnection connection;
    private readonly int largestGroup;
    private readonly Task loop;
    private long commits;
    private long writes;

    public SqlGroupWriter(IWriteConnection connection, int largestGroup)
    {
        this.connection = connection;
        this.largestGroup = largestGroup;
        loop = Task.Run(RunAsync);
    }

    public long Commits => Interlocked.Read(ref commits);

    public long Writes => Interlocked.Read(ref writes);

    public Task<T> WriteAsync<T>(TenantScope scope, Func<SqlSession, Task<T>> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var job = new WriteJob<T>(scope, write);
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(job), this);
        return job.Done.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await loop;
        await connection.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var group = new List<WriteJob>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < largestGroup && waiting.Reader.TryRead(out var job)) group.Add(job);
            await WriteGroupAsync(group);
            group.Clear();
        }
    }

    // A write that fails must not take its neighbours with it: the group is undone and each tries alone.
    private async Task WriteGroupAsync(List<WriteJob> group)
    {
        if (await TryWriteAsync(group, mayRetry: group.Count > 1)) return;
        foreach (var job in group) await TryWriteAsync([job], mayRetry: false);
    }

    private async Task<bool> TryWriteAsync(List<WriteJob> group, bool mayRetry)
    {
        var committing = false;
        var began = Stopwatch.GetTimestamp();
        try
        {
            var session = await connection.BeginAsync();
            foreach (var job in group)
            {
                await connection.EnterAsync(job.Scope);
                await job.RunAsync(session);
            }

            committing = true;
            await connection.CommitAsync();
            session.Committed();
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to the callers who wait; the writer goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await connection.RollbackAsync();
            // After a failed commit nobody knows what is durable; writing again could write twice.
            if (mayRetry && !committing) return false;
            var told = connection.Explain(exception);
            group.ForEach(job => job.Fail(told));
            return true;
        }

        Interlocked.Increment(ref commits);
        Interlocked.Add(ref writes, group.Count);
        StorageTelemetry.Committed(group.Count, Stopwatch.GetElapsedTime(began));
        group.ForEach(job => job.Complete());
        return true;
    }
}
