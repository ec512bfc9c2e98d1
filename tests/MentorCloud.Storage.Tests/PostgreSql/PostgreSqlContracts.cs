using MentorCloud.Storage.Tests.Contract;
using MentorCloud.Storage.Tests.Fixtures;

namespace MentorCloud.Storage.Tests.PostgreSql;

/// <summary>The contract, on a real PostgreSQL server.</summary>
public static class PostgreSqlContracts
{
    private static async Task<IDatabase> NewAsync(PostgreSqlServer server) => await server.CreateDatabaseAsync();

    public sealed class Facts(PostgreSqlServer server) : FactContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync(server);
    }

    public sealed class Views(PostgreSqlServer server) : ViewContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync(server);
    }

    public sealed class Paging(PostgreSqlServer server) : PagingContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync(server);
    }

    public sealed class PagingUnderChange(PostgreSqlServer server) : PagingUnderChangeContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync(server);
    }

    public sealed class Rebuild(PostgreSqlServer server) : RebuildContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync(server);
    }

    public sealed class Keys(PostgreSqlServer server) : KeyRingContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync(server);
    }

    public sealed class Migrations(PostgreSqlServer server) : MigrationContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync(server);
    }

    public sealed class Audit(PostgreSqlServer server) : AuditContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync(server);

        protected override Task AllowTamperingAsync() => Database.TamperAsync("ALTER TABLE audit DISABLE TRIGGER USER");
    }

    public sealed class Isolation(PostgreSqlServer server) : IsolationContract
    {
        protected override bool ServerIsolates => true;

        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync(server);

        protected override Task<TestStore> OpenWithoutFilterAsync() => ((PostgreSqlDatabase)Database).OpenWithoutFilterAsync();
    }

    public sealed class Transfer(PostgreSqlServer server) : TransferContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync(server);
    }
}
