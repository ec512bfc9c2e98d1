using MentorCloud.Storage.Tests.Contract;
using MentorCloud.Storage.Tests.Fixtures;

namespace MentorCloud.Storage.Tests.Sqlite;

/// <summary>The contract, on SQLite.</summary>
public static class SqliteContracts
{
    private static Task<IDatabase> NewAsync() => Task.FromResult<IDatabase>(new SqliteDatabase());

    public sealed class Facts : FactContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync();
    }

    public sealed class Views : ViewContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync();
    }

    public sealed class Paging : PagingContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync();
    }

    public sealed class PagingUnderChange : PagingUnderChangeContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync();
    }

    public sealed class Rebuild : RebuildContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync();
    }

    public sealed class Keys : KeyRingContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync();
    }

    public sealed class Migrations : MigrationContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync();
    }

    public sealed class Audit : AuditContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync();

        protected override Task AllowTamperingAsync() => Database.TamperAsync("DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete");
    }

    public sealed class Isolation : IsolationContract
    {
        protected override bool ServerIsolates => false;

        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync();

        protected override Task<TestStore> OpenWithoutFilterAsync() => ((SqliteDatabase)Database).OpenWithoutFilterAsync();
    }

    public sealed class Transfer : TransferContract
    {
        protected override Task<IDatabase> CreateDatabaseAsync() => NewAsync();
    }
}
