namespace MentorCloud.Storage.Sql;

/// <summary>One caller's write, waiting for its group.</summary>
internal abstract class WriteJob(TenantScope scope)
{
    public TenantScope Scope { get; } = scope;

    /// <summary>Does the write; may be called again after a rollback.</summary>
    public abstract Task RunAsync(SqlSession session);

    /// <summary>Tells the caller that the write is durable.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that nothing was written, or that nobody knows.</summary>
    public abstract void Fail(Exception exception);
}

internal sealed class WriteJob<T>(TenantScope scope, Func<SqlSession, Task<T>> write) : WriteJob(scope)
{
    // Continuations run elsewhere: the writer must not carry a caller's work between two groups.
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    public Task<T> Done => done.Task;

    public override async Task RunAsync(SqlSession session) => result = await write(session);

    public override void Complete() => done.TrySetResult(result);

    public override void Fail(Exception exception) => done.TrySetException(exception);
}
