namespace MentorCloud.Storage.Tests.Fixtures;

/// <summary>A place for one test's data: opened once or several times, gone at the end.</summary>
public interface IDatabase : IAsyncDisposable
{
    /// <summary>Opens the store there; the caller closes it.</summary>
    Task<TestStore> OpenAsync();

    /// <summary>Runs statements past the store, with every right.</summary>
    Task TamperAsync(string sql);
}
