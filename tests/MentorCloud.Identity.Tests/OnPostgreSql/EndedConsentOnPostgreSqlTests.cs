using MentorCloud.Identity.Tests.Consents;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Identity.Tests.OnPostgreSql;

[Collection(PostgresCollection.Name)]
public sealed class EndedConsentOnPostgreSqlTests(PostgresFixture server) : EndedConsentTests
{
    internal override Task<IdentityHost> StartAsync(Action<IdentityOptions>? configure, TimeProvider? clock, Action<IServiceCollection>? more) =>
        server.StartAsync(configure, clock, more);
}
