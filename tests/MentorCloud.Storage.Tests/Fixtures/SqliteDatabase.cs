using MentorCloud.Storage.Hosting;
using MentorCloud.Storage.Sql.Sqlite;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Storage.Tests.Fixtures;

public sealed class SqliteDatabase : IDatabase
{
    public SqliteDatabase()
    {
        Root = Directory.CreateTempSubdirectory("mentorcloud-storage-").FullName;
        Folder = Path.Combine(Root, "data");
        MasterKeyFile = Path.Combine(Root, "master.key");
    }

    /// <summary>On a folder that is there already.</summary>
    public SqliteDatabase(string folder)
        : this() => Folder = folder;

    public string Root { get; }

    public string Folder { get; }

    public string MasterKeyFile { get; set; }

    public ManualClock Clock { get; } = new();

    public string File => Path.Combine(Folder, "views.db");

    public Task<TestStore> OpenAsync() => new TestStore(Configure, () => ValueTask.CompletedTask, Clock).OpenAsync();

    /// <summary>Opens with the application's tenant filter removed.</summary>
    public Task<TestStore> OpenWithoutFilterAsync()
    {
        var options = new StorageOptions();
        Configure(options);
        var store = new SqliteStore(options, new SqliteDialect { OwnTenant = "@tenant = @tenant" });
        return new TestStore(Configure, store.DisposeAsync, Clock, store).OpenAsync();
    }

    public async Task TamperAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private void Configure(StorageOptions options)
    {
        options.DataFolder = Folder;
        options.MasterKeyFile = MasterKeyFile;
    }
}
