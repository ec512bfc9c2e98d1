using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Mfa;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Identity.Tests.OnPostgreSql;

[Collection(PostgresCollection.Name)]
public sealed class SecondFactorOnPostgreSqlTests(PostgresFixture server) : SecondFactorTests
{
    internal override Task<IdentityHost> StartAsync(Action<IdentityOptions>? configure, TimeProvider? clock, Action<IServiceCollection>? more) =>
        server.StartAsync(configure, clock, more);
}
