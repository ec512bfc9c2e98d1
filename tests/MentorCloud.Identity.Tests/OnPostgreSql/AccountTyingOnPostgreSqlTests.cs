using MentorCloud.Identity.Tests.Federation;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Identity.Tests.OnPostgreSql;

[Collection(PostgresCollection.Name)]
public sealed class AccountTyingOnPostgreSqlTests(PostgresFixture server) : AccountTyingTests
{
    internal override Task<IdentityHost> StartAsync(Action<IdentityOptions>? configure, TimeProvider? clock, Action<IServiceCollection>? more) =>
        server.StartAsync(configure, clock, more);
}
