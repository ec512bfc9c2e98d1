using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Sqlite;
using MentorCloud.GrainStorage.Tests.Contract;

namespace MentorCloud.GrainStorage.Tests.Sqlite;

/// <summary>A SQLite store in a folder of its own.</summary>
internal sealed class SqliteStoreUnderTest : IStoreUnderTest
{
    private readonly TemporaryFolder _folder = new();

    public SqliteStoreUnderTest() => Store = new SqliteGrainStore(_folder.Path);

    public SqliteGrainStore Store { get; private set; }

    public string Folder => _folder.Path;

    public IGrainStateStore States => Store;

    public IGrainStateCatalog Catalog => Store;

    public IReminderStore Reminders => Store;

    public Task ReopenAsync()
    {
        Store.Dispose();
        Store = new SqliteGrainStore(_folder.Path);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Store.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
