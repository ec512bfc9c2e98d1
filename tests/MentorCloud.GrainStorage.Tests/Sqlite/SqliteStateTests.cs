using MentorCloud.GrainStorage.Tests.Contract;

namespace MentorCloud.GrainStorage.Tests.Sqlite;

public sealed class SqliteStateTests : GrainStoreContract
{
    internal override Task<IStoreUnderTest> OpenAsync() => Task.FromResult<IStoreUnderTest>(new SqliteStoreUnderTest());
}
