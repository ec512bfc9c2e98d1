using MentorCloud.GrainStorage.Tests.Contract;

namespace MentorCloud.GrainStorage.Tests.Sqlite;

public sealed class SqliteReminderTests : ReminderStoreContract
{
    internal override Task<IStoreUnderTest> OpenAsync() => Task.FromResult<IStoreUnderTest>(new SqliteStoreUnderTest());
}
