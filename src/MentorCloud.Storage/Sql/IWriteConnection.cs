namespace MentorCloud.Storage.Sql;

/// <summary>The one connection that a store writes by.</summary>
internal interface IWriteConnection : IAsyncDisposable
{
    /// <summary>Begins a transaction.</summary>
    Task<SqlSession> BeginAsync();

    /// <summary>Says whose rows the next statements touch.</summary>
    Task EnterAsync(TenantScope scope);

    /// <summary>Makes the transaction durable.</summary>
    Task CommitAsync();

    /// <summary>Undoes the transaction; never throws, so that the first error is the one that is told.</summary>
    Task RollbackAsync();

    /// <summary>Turns what the database said into one of our exceptions, where there is one.</summary>
    Exception Explain(Exception exception);
}
