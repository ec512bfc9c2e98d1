using MentorCloud.GrainStorage.Tests.Postgres;
using MentorCloud.Integration.Tests.Processes;
using Npgsql;

namespace MentorCloud.Integration.Tests.PostgreSql;

/// <summary>A PostgreSQL server, and data folders whose processes keep grains, views and accounts in a database of it.</summary>
public sealed class PostgreSqlInstallation : IAsyncLifetime
{
    private readonly PostgresServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        return server.DisposeAsync();
    }

    /// <summary>A folder with settings that name a fresh database, owned by a login that row policies hold for; skips the test where there is no PostgreSQL.</summary>
    internal async Task<DataFolder> CreateAsync()
    {
        var way = new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync());
        await using var source = NpgsqlDataSource.Create(way);
        await using var grant = source.CreateCommand($"""
            CREATE ROLE {way.Database}_owner LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS;
            ALTER DATABASE {way.Database} OWNER TO {way.Database}_owner
            """);
        await grant.ExecuteNonQueryAsync();
        way.Username = $"{way.Database}_owner";
        var folder = new DataFolder();
        folder.Environment["MENTORCLOUD__POSTGRESQL"] = way.ConnectionString;
        folder.Environment["MENTORCLOUD__GRAINSTORE"] = "PostgreSql";
        return folder;
    }
}
