using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Provider;
using MentorCloud.Identity.Tests.Tokens;
using MentorCloud.Testing;

namespace MentorCloud.Identity.Tests.Store;

/// <summary>The accounts in PostgreSQL do what they do in SQLite.</summary>
public sealed class PostgresTests
{
    [Fact]
    public async Task Accounts_and_clients_in_postgresql_keep_their_rules_and_survive_a_restart()
    {
        await using var server = await PostgresServer.StartAsync();
        await using (var host = await IdentityHost.StartAsync(options => options.PostgresConnection = server.Connection))
        {
            var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
                host.Accounts.CreateAsync(TestTenants.Acme, People.Platform, new NewAccount("ada@acme.example", "Ada", Role.TenantAdmin), default))));
            var ada = Assert.Single(replies, reply => !reply.IsRefused).Value!;
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await host.AddAsync("bob@acme.example");
            var first = await host.Accounts.ListAsync(TestTenants.Acme, new AccountFilter("ACME"), new PageRequest(1, CountTotal: true), default);
            var second = await host.Accounts.ListAsync(TestTenants.Acme, AccountFilter.Any, new PageRequest(1, first.Rows[0].Cursor), default);
            var last = await host.Accounts.CloseAsync(TestTenants.Acme, People.Platform, ada.Id, default);
            using var http = host.Client();
            var client = await host.AddClientAsync();

            Assert.All(replies.Where(reply => reply.IsRefused), reply => Assert.Equal(ErrorCodes.AccountEmailTaken, reply.Refusal!.Code));
            Assert.Equal((2, true, "bob@acme.example"), (first.Total!.Value, first.HasNext, Assert.Single(second.Rows).Row.Email));
            Assert.Equal(ErrorCodes.AccountLastAdmin, last.Refusal?.Code);
            Assert.Equal($"client:{client.Client.ClientId}", await TokenRequests.WhoAmIAsync(http, await TokenRequests.TokenAsync(http, client)));
        }

        await using var again = await IdentityHost.StartAsync(options => options.PostgresConnection = server.Connection);
        Assert.NotNull(await again.Accounts.FindByEmailAsync(TestTenants.Acme, "ada@acme.example", default));
    }

    [Fact]
    public async Task Outside_client_drives_every_flow_on_postgresql()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var host = await IdentityHost.StartAsync(options => options.PostgresConnection = server.Connection, clock: TimeProvider.System);

        var outcomes = await Judge.RunAsync("openid-client.mjs", await host.SetupAsync());

        Assert.Empty(outcomes.Where(outcome => outcome.Value != "ok").Select(outcome => $"{outcome.Key}: {outcome.Value}"));
        Assert.Equal(23, outcomes.Count);
        SecuritySummary.Write("flows-openid-client-postgresql", $"flows driven by openid-client on PostgreSQL: {outcomes.Count}");
    }
}
