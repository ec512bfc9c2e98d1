using MentorCloud.GrainStorage.Tests.Contract;

namespace MentorCloud.GrainStorage.Tests.Postgres;

[Collection(PostgresGroup.Name)]
public sealed class PostgresStateTests(PostgresServer server) : GrainStoreContract
{
    internal override Task<IStoreUnderTest> OpenAsync() => PostgresStoreUnderTest.CreateAsync(server);
}
