using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Passkeys;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Identity.Tests.OnPostgreSql;

[Collection(PostgresCollection.Name)]
public sealed class ChromiumOnPostgreSqlTests(PostgresFixture server) : ChromiumTests
{
    internal override Task<IdentityHost> StartAsync(Action<IdentityOptions>? configure, TimeProvider? clock, Action<IServiceCollection>? more) =>
        server.StartAsync(configure, clock, more);
}
