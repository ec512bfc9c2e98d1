using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MentorCloud.Contracts.Access;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static MentorCloud.Identity.Tests.Scim.DirectoryClient;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>Who is let in, and to what.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task Nobody_and_clients_without_the_scope_learn_nothing()
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        foreach (var path in new[] { "/scim/v2/Users", "/scim/v2/Users/1", "/scim/v2/Schemas", "/scim/v2/Nothing", "/scim/v2" })
        {
            using var answer = await http.GetAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("application/scim+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal(["Bearer", "Basic"], answer.Headers.WwwAuthenticate.Select(each => each.Scheme));
        }

        using var other = await ConnectAsync(host, scopes: Scope.AccountsWrite | Scope.ProgramsWrite);
        Assert.Equal((403, null, "FORBIDDEN", null), (await other.GetAsync("/Users")).Refusal);
        Assert.Equal((403, null, "FORBIDDEN", null), (await other.SendAsync("POST", "/Users", Person("ada"))).Refusal);
    }

    [Fact]
    public async Task Person_however_mighty_is_no_directory()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("admin@acme.example", Role.TenantAdmin);
        using var browser = host.Browser();
        using var login = await browser.LogInAsync("acme", "admin@acme.example", People.Password);

        using var answer = await browser.GetAsync("/scim/v2/Users");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Client_is_let_in_by_id_and_secret_and_wrong_secrets_are_slowed_down()
    {
        await using var host = await IdentityHost.StartAsync();
        var client = await host.AddClientAsync(Scope.Directory);
        using var http = host.Client();
        async Task<HttpStatusCode> TryAsync(string secret)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/scim/v2/Users");
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client.Client.ClientId}:{secret}")));
            using var answer = await http.SendAsync(request);
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await TryAsync(client.Secret!));
        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync("wrong"));
        for (var round = 0; round < 10; round++)
        {
            await TryAsync("wrong");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync("wrong"));
    }

    [Fact]
    public async Task Suspended_tenant_reads_and_changes_nothing()
    {
        await using var host = await IdentityHost.StartAsync();
        var account = await host.AddAsync("bo@borealis.example", tenant: TestTenants.Borealis);
        using var directory = await ConnectAsync(host, TestTenants.Borealis);

        Assert.Equal(1, (await directory.ListAsync("/Users")).Total);
        foreach (var (method, path) in new[] { ("POST", "/Users"), ("PUT", $"/Users/{account.Id}"), ("PATCH", $"/Users/{account.Id}"), ("DELETE", $"/Users/{account.Id}"), ("POST", "/Groups") })
        {
            Assert.Equal((403, null, "TENANT_SUSPENDED", null), (await directory.SendAsync(method, path, Person("x"))).Refusal);
        }
    }

    [Fact]
    public async Task Other_tenants_users_and_groups_answer_like_unknown_ones()
    {
        await using var host = await IdentityHost.StartAsync();
        using var acme = await ConnectAsync(host);
        var foreign = await host.AddAsync("secret-marker@borealis.example", tenant: TestTenants.Borealis);
        var unknown = EntityId.New<AccountId>(host.Clock.GetUtcNow()).ToString();
        foreach (var (method, body) in new[] { ("GET", null), ("PUT", Person("ada")), ("PATCH", Patch(Operation("replace", "active", false))), ("DELETE", null) })
        {
            var (one, other) = (await acme.SendAsync(method, $"/Users/{foreign.Id}", body), await acme.SendAsync(method, $"/Users/{unknown}", body));
            Assert.Equal((other.Status, other.Body?.ToJsonString()), (one.Status, one.Body?.ToJsonString()));
            Assert.Equal(404, one.Refusal.Status);
        }

        Assert.Empty((await acme.ListAsync($"/Users?filter={Uri.EscapeDataString($"id eq \"{foreign.Id}\" or userName co \"marker\"")}")).Resources);
        var group = await acme.SendAsync("POST", "/Groups", new System.Text.Json.Nodes.JsonObject
        {
            ["schemas"] = new System.Text.Json.Nodes.JsonArray(Group), ["displayName"] = "x", ["members"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["value"] = foreign.Id.ToString() }),
        });
        Assert.Equal((400, "invalidValue", "INPUT_INVALID", "members"), group.Refusal);
        Assert.DoesNotContain("marker", (await acme.GetAsync(string.Empty)).Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_are_charged_to_the_clients_budget_and_a_bulk_for_each_operation()
    {
        var budgets = new CountingBudgets();
        await using var host = await IdentityHost.StartAsync(more: services => services.AddSingleton<IBudgets>(budgets));
        using var directory = await ConnectAsync(host);
        budgets.Points.Clear();

        await directory.GetAsync("/Users?filter=userName%20eq%20%22a%22");
        await directory.GetAsync("/Users?filter=title%20pr");
        await directory.SendAsync("POST", "/Bulk", new System.Text.Json.Nodes.JsonObject
        {
            ["schemas"] = new System.Text.Json.Nodes.JsonArray("urn:ietf:params:scim:api:messages:2.0:BulkRequest"),
            ["Operations"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject(), new System.Text.Json.Nodes.JsonObject()),
        });
        Assert.Equal([30, 500, 60], budgets.Points);

        budgets.Spent = false;
        var refused = await directory.GetAsync("/Users");
        Assert.Equal((429, null, "RATE_LIMITED", null), refused.Refusal);
        Assert.Contains("Retry-After: 7", refused.Headers, StringComparison.Ordinal);
    }

    private sealed class CountingBudgets : IBudgets
    {
        public List<int> Points { get; } = [];

        public bool Spent { get; set; } = true;

        public BudgetAnswer Charge(TenantId tenant, string account, int points)
        {
            Points.Add(points);
            return new BudgetAnswer(Spent ? TimeSpan.Zero : TimeSpan.FromSeconds(7), 0, Spent ? [] : [KeyValuePair.Create("Retry-After", "7")]);
        }
    }
}
