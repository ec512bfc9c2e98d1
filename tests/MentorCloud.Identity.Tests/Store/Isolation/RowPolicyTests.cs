using MentorCloud.Domain.Access;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Identity.Tests.Store.Isolation;

/// <summary>What stands behind the tenant filter of the accounts: row policies on PostgreSQL, nothing on SQLite (docs/adr/0087).</summary>
public sealed class RowPolicyTests
{
    [Fact]
    public async Task Without_the_filter_the_database_refuses_another_tenants_accounts()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var host = await StartForgetfulAsync(options => options.PostgresConnection = server.Connection);
        var secrets = await AcmesSecrets.MakeAsync(host);

        Assert.All(await secrets.FoundByAsync(host, TestTenants.Borealis), question => Assert.False(question.Value, question.Key));
        Assert.All(await secrets.FoundByAsync(host, TestTenants.Acme), question => Assert.True(question.Value, question.Key));
        var closed = await host.Accounts.CloseAsync(TestTenants.Borealis, Actor.System(TestTenants.Borealis, "test"), secrets.Person.Id, default);
        Assert.True(closed.IsRefused);
    }

    /// <summary>The same questions find everything where no policy stands behind the filter, which shows that they are right ones.</summary>
    [Fact]
    public async Task Without_the_filter_and_without_policies_everything_is_found()
    {
        await using var host = await StartForgetfulAsync(_ => { });
        var secrets = await AcmesSecrets.MakeAsync(host);

        Assert.All(await secrets.FoundByAsync(host, TestTenants.Borealis), question => Assert.True(question.Value, question.Key));
    }

    [Fact]
    public async Task Every_table_of_the_catalogue_shows_each_scope_its_own_rows_alone()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var host = await IdentityHost.StartAsync(options => options.PostgresConnection = server.Connection);
        await using var tables = await AccountTables.OpenAsync(server.Connection);
        await tables.FillAsync(TestTenants.Acme.ToString());

        Assert.Empty(await tables.WithoutPolicyAsync());
        Assert.Equal(["f f f"], await tables.RightsOfRoleAsync());
        var all = tables.Names.ToList();
        var keys = all.Where(table => !tables.HasTenant(table)).ToList();
        Assert.Equal(["server_secrets", "signing_keys"], keys);
        Assert.Empty(await tables.SeenByAsync(AccountsScope.Nobody));
        Assert.Empty(await tables.SeenByAsync(TestTenants.Borealis));
        Assert.Equal(all.Except(keys), await tables.SeenByAsync(TestTenants.Acme));
        Assert.Equal(keys, await tables.SeenByAsync(AccountsScope.ServerKeys));
        Assert.Equal(["email_domains"], await tables.SeenByAsync(AccountsScope.HomeRealms));
        Assert.Equal(["directory_users"], await tables.SeenByAsync(AccountsScope.DirectoryWork));
        Assert.Empty(await tables.SeenByAsync(AccountsScope.ExpiredBefore(DateTimeOffset.FromUnixTimeMilliseconds(AccountTables.Moment))));
        Assert.Equal(
            ["commands", "grant_secrets", "grants", "one_time_tokens", "pushed_requests", "sessions", "spent_tokens"],
            await tables.SeenByAsync(AccountsScope.ExpiredBefore(DateTimeOffset.FromUnixTimeMilliseconds(AccountTables.Moment + 1))));
    }

    [Fact]
    public async Task Scope_writes_nothing_that_is_not_its_own()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var host = await IdentityHost.StartAsync(options => options.PostgresConnection = server.Connection);
        await using var tables = await AccountTables.OpenAsync(server.Connection);
        await tables.FillAsync(TestTenants.Acme.ToString());

        foreach (var table in tables.Names)
        {
            Assert.Equal((table, 0), (table, await tables.DeleteAsync(table, TestTenants.Borealis)));
            Assert.Equal((table, "42501"), (table, await tables.RefusalOfInsertAsync(table, TestTenants.Acme.ToString(), TestTenants.Borealis)));
        }

        Assert.Equal("42501", await tables.RefusalOfInsertAsync("email_domains", TestTenants.Acme.ToString(), AccountsScope.HomeRealms));
        Assert.Equal(0, await tables.DeleteAsync("email_domains", AccountsScope.HomeRealms));
        Assert.Equal("42501", await tables.RefusalOfInsertAsync("sessions", TestTenants.Acme.ToString(), AccountsScope.ExpiredBefore(DateTimeOffset.MaxValue)));
    }

    private static Task<IdentityHost> StartForgetfulAsync(Action<IdentityOptions> configure) => IdentityHost.StartAsync(
        configure, more: services => services.AddSingleton<IInterceptor>(ForgottenFilter.Instance));
}
