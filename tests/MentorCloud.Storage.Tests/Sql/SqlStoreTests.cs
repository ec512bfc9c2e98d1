using MentorCloud.Storage.Hosting;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Tests.Sql;

public sealed class SqlStoreTests
{
    [Fact]
    public async Task Writer_asked_for_by_two_at_once_is_one()
    {
        await using var store = new SlowToOpen();

        Assert.Same(store.Writer, store.Writer);

        Assert.Equal(1, store.Opened);
    }

    /// <summary>While it opens the writer, another thread asks for it: until that one has it, or waits.</summary>
    private sealed class SlowToOpen() : SqlStore(largestGroup: 1)
    {
        private int opened;

        public int Opened => opened;

        public override SqlDialect Dialect => throw new NotSupportedException();

        public override StorageProvider Provider => StorageProvider.Sqlite;

        public override Task<T> ReadAsync<T>(TenantScope scope, Func<SqlSession, Task<T>> read, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<T> MaintainAsync<T>(Func<SqlSession, Task<T>> change, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<T> InspectAsync<T>(Func<SqlSession, Task<T>> read, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task PrepareAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task StartAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task ScrubAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<long> BytesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task BackupAsync(string file, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task VerifyAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        protected override IWriteConnection OpenWriter()
        {
            if (Interlocked.Increment(ref opened) == 1)
            {
                var other = new Thread(() => _ = Writer) { IsBackground = true };
                other.Start();
                SpinWait.SpinUntil(() => !other.IsAlive || other.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
            }

            return new Unused();
        }

        protected override ValueTask CloseAsync() => ValueTask.CompletedTask;
    }

    private sealed class Unused : IWriteConnection
    {
        public Task<SqlSession> BeginAsync() => throw new NotSupportedException();

        public Task EnterAsync(TenantScope scope) => throw new NotSupportedException();

        public Task CommitAsync() => throw new NotSupportedException();

        public Task RollbackAsync() => Task.CompletedTask;

        public Exception Explain(Exception exception) => exception;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
