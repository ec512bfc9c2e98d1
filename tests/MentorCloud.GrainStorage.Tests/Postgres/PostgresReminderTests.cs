using MentorCloud.GrainStorage.Tests.Contract;

namespace MentorCloud.GrainStorage.Tests.Postgres;

[Collection(PostgresGroup.Name)]
public sealed class PostgresReminderTests(PostgresServer server) : ReminderStoreContract
{
    internal override Task<IStoreUnderTest> OpenAsync() => PostgresStoreUnderTest.CreateAsync(server);
}
