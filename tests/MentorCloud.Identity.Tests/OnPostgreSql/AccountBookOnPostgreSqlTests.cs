using MentorCloud.Identity.Tests.Accounts;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Identity.Tests.OnPostgreSql;

[Collection(PostgresCollection.Name)]
public sealed class AccountBookOnPostgreSqlTests(PostgresFixture server) : AccountBookTests
{
    internal override Task<IdentityHost> StartAsync(Action<IdentityOptions>? configure, TimeProvider? clock, Action<IServiceCollection>? more) =>
        server.StartAsync(configure, clock, more);
}
