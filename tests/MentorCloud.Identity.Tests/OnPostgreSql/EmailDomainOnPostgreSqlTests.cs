using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Realms;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Identity.Tests.OnPostgreSql;

[Collection(PostgresCollection.Name)]
public sealed class EmailDomainOnPostgreSqlTests(PostgresFixture server) : EmailDomainTests
{
    internal override Task<IdentityHost> StartAsync(Action<IdentityOptions>? configure, TimeProvider? clock, Action<IServiceCollection>? more) =>
        server.StartAsync(configure, clock, more);
}
