using MentorCloud.Identity.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Identity.Tests.OnPostgreSql;

/// <summary>One PostgreSQL server for all that runs on it; each test has a database of its own there.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresServer? _server;

    public async ValueTask InitializeAsync() => _server = PostgresServer.IsInstalled ? await PostgresServer.StartAsync() : null;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    internal async Task<IdentityHost> StartAsync(Action<IdentityOptions>? configure, TimeProvider? clock, Action<IServiceCollection>? more)
    {
        Assert.SkipWhen(_server is null, PostgresServer.Missing);
        var database = await _server!.NewDatabaseAsync();
        return await IdentityHost.StartAsync(
            options =>
            {
                options.PostgresConnection = database;
                configure?.Invoke(options);
            },
            clock: clock, more: more);
    }
}
