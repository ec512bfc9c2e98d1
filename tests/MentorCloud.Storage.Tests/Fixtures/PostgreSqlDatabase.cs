using MentorCloud.Storage.Facts;
using MentorCloud.Storage.Hosting;
using MentorCloud.Storage.Sql.PostgreSql;
using Npgsql;

namespace MentorCloud.Storage.Tests.Fixtures;

public sealed class PostgreSqlDatabase(string connectionString, Func<ValueTask> giveBack) : IDatabase
{
    private readonly string root = Directory.CreateTempSubdirectory("mentorcloud-storage-").FullName;

    public string ConnectionString => connectionString;

    public ManualClock Clock { get; } = new();

    public Task<TestStore> OpenAsync() => new TestStore(Configure, () => ValueTask.CompletedTask, Clock).OpenAsync();

    /// <summary>Opens with the application's tenant filter removed.</summary>
    public Task<TestStore> OpenWithoutFilterAsync()
    {
        var options = new StorageOptions();
        Configure(options);
        var store = new PostgreSqlStore(options, new FeedSignal(), Clock, new PostgreSqlDialect { OwnTenant = "@tenant = @tenant" });
        return new TestStore(Configure, store.DisposeAsync, Clock, store).OpenAsync();
    }

    public async Task TamperAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return giveBack();
    }

    private void Configure(StorageOptions options)
    {
        options.Provider = StorageProvider.PostgreSql;
        options.ConnectionString = connectionString;
        options.MasterKeyFile = Path.Combine(root, "master.key");
    }
}
