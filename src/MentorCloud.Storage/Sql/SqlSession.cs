using System.Data.Common;

namespace MentorCloud.Storage.Sql;

/// <summary>Runs statements inside one transaction. Statements are prepared once per connection when a cache is given.</summary>
internal sealed class SqlSession(DbConnection connection, DbTransaction? transaction, Dictionary<string, DbCommand>? cache = null)
{
    private List<Action>? afterCommit;

    /// <summary>Has something done once the transaction is durable; forgotten when it is rolled back.</summary>
    public void AfterCommit(Action action) => (afterCommit ??= []).Add(action);

    public void Committed() => afterCommit?.ForEach(action => action());

    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] arguments)
    {
        var command = Prepare(sql, arguments);
        try
        {
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await ReleaseAsync(command);
        }
    }

    public async Task<List<T>> ListAsync<T>(
        string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] arguments)
    {
        var command = Prepare(sql, arguments);
        try
        {
            var rows = new List<T>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
            return rows;
        }
        finally
        {
            await ReleaseAsync(command);
        }
    }

    /// <summary>The first row; default when there is none.</summary>
    public async Task<T?> FirstAsync<T>(
        string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] arguments)
    {
        var rows = await ListAsync(sql, read, cancellationToken, arguments);
        return rows.Count == 0 ? default : rows[0];
    }

    /// <summary>A number that a statement answers, such as a count; 0 when it answers nothing.</summary>
    public Task<long> NumberAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] arguments) =>
        FirstAsync(sql, reader => reader.IsDBNull(0) ? 0 : reader.GetInt64(0), cancellationToken, arguments);

    private DbCommand Prepare(string sql, (string Name, object? Value)[] arguments)
    {
        if (cache is null || !cache.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            cache?.Add(sql, command);
        }

        command.Transaction = transaction;
        // A statement's parameters are the same each time: those of a cached one are filled anew and not made anew.
        while (command.Parameters.Count < arguments.Length) command.Parameters.Add(command.CreateParameter());
        for (var index = 0; index < arguments.Length; index++)
        {
            var (name, value) = arguments[index];
            command.Parameters[index].ParameterName = name;
            command.Parameters[index].Value = value is string text ? StorableText.Of(text) : value ?? DBNull.Value;
        }

        return command;
    }

    private ValueTask ReleaseAsync(DbCommand command) => cache is null ? command.DisposeAsync() : ValueTask.CompletedTask;
}
