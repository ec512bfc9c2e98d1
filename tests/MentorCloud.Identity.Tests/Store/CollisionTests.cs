using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Tests.Store;

/// <summary>Changes that meet on PostgreSQL, which ends one of two instead of letting it wait.</summary>
public sealed class CollisionTests
{
    [Fact]
    public async Task Administrators_who_close_each_other_at_once_leave_exactly_one()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var host = await IdentityHost.StartAsync(options => options.PostgresConnection = server.Connection);
        var admins = new List<Account>();
        for (var number = 0; number < 6; number++)
        {
            admins.Add(await host.AddAsync($"admin{number}@acme.example", Role.TenantAdmin));
        }

        var replies = await Task.WhenAll(admins.Select(admin => Task.Run(() =>
            host.Accounts.CloseAsync(TestTenants.Acme, People.Platform, admin.Id, default))));

        Assert.Equal(ErrorCodes.AccountLastAdmin, Assert.Single(replies, reply => reply.IsRefused).Refusal!.Code);
    }

    [Fact]
    public async Task Change_that_met_another_is_done_again_on_what_the_other_left()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var host = await IdentityHost.StartAsync(options => options.PostgresConnection = server.Connection);
        await host.AddAsync("ada@acme.example");
        var store = host.Get<AccountsStore>();
        var seen = new List<string>();

        await store.ChangeAsync(TestTenants.Acme, async context =>
        {
            var row = await context.Accounts.SingleAsync();
            seen.Add(row.DisplayName);
            if (seen.Count == 1)
            {
                await store.ChangeAsync(TestTenants.Acme, other => other.Accounts.ExecuteUpdateAsync(set => set.SetProperty(one => one.DisplayName, "Between")), default);
            }

            row.DisplayName += ", changed";
            return await context.SaveChangesAsync();
        }, default);

        await using var after = await store.OpenAsync(TestTenants.Acme, default);
        Assert.Equal("Between", seen[1]);
        Assert.Equal("Between, changed", (await after.Accounts.SingleAsync()).DisplayName);
    }

    [Fact]
    public async Task Servers_that_start_at_once_on_an_empty_database_sign_by_one_key()
    {
        await using var server = await PostgresServer.StartAsync();

        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            IdentityHost.StartAsync(options => options.PostgresConnection = server.Connection))));
        try
        {
            var kids = await Task.WhenAll(hosts.Select(host => Task.Run(async () => (await host.Get<SigningKeys>().CurrentAsync(default)).Record.Kid)));

            Assert.Single(kids.Distinct());
        }
        finally
        {
            foreach (var host in hosts)
            {
                await host.DisposeAsync();
            }
        }
    }
}
