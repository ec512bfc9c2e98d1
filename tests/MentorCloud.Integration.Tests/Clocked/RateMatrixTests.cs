using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Ids;
using MentorCloud.Integration.Tests.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.Clocked;

/// <summary>
/// Every kind of address that costs something tells what is left with each answer, and when to come back once the budget is spent.
/// An address that is neither charged nor slowed down nor said to be free fails here.
/// </summary>
[Collection(ClockedCollection.Name)]
public sealed partial class RateMatrixTests(ClockedServer shared)
{
    private const int Points = 20_000;
    private const Scope Everything = Scope.ProgramsRead | Scope.ProgramsWrite | Scope.AccountsWrite | Scope.Directory;

    /// <summary>Failures at these are counted by source and account, and slowed down; right ones are free (LoginThrottleTests, ClientThrottleTests, CodeGuessTests).</summary>
    private static readonly string[] SlowedDown = ["/login", "/connect/", "/account", "/invitation", "/reset", "/sso/"];

    /// <summary>Documents of the server, probes and pages that read nothing of a tenant.</summary>
    private static readonly string[] Free = ["/logout", "/.well-known/", "/style", "/identity.css", "/startupz", "/livez", "/readyz", "/metrics", "/graphql/explorer/"];

    public static TheoryData<string> Charged => ["/graphql", "/imports/roster", "/exports/audit", "/exports/tenant", "/scim/v2/Users", "/connect/token"];

    [Theory]
    [MemberData(nameof(Charged))]
    public async Task Address_tells_what_is_left_and_then_when_to_come_back(string address)
    {
        await using var server = new ClockedServer { AccountPoints = Points };
        await server.InitializeAsync();
        var client = await ClientAsync(server);
        using var http = new HttpClient { BaseAddress = server.Address };
        if (address != "/connect/token")
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await GraphQLClient.TokenAsync(server.Address, client.Client.ClientId, client.Secret!));
        }

        using var spent = await SpendAsync(http, () => Request(address, client));
        var wait = spent.Headers.RetryAfter!.Delta!.Value;
        Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Contains("account", Assert.Single(spent.Headers.GetValues("RateLimit-Policy")), StringComparison.Ordinal);

        await server.PassAsync(wait);
        using var again = await http.SendAsync(Request(address, client));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, again.StatusCode);
        Assert.Null(again.Headers.RetryAfter);
    }

    [Fact]
    public void Every_address_is_charged_slowed_down_or_free()
    {
        string[] known = [.. SlowedDown, .. Free, "/graphql", "/imports/", "/exports/", "/scim/"];
        var addresses = shared.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'));

        Assert.DoesNotContain(addresses, path => path != "/" && !Array.Exists(known, start => path.StartsWith(start, StringComparison.Ordinal)));
    }

    /// <summary>Asks until nothing is left: each answer on the way says less than the one before; no two requests are charged alike and told otherwise.</summary>
    private static async Task<HttpResponseMessage> SpendAsync(HttpClient http, Func<HttpRequestMessage> request)
    {
        var left = Points;
        while (true)
        {
            var answer = await http.SendAsync(request());
            Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
            var told = int.Parse(Left().Match(Assert.Single(answer.Headers.GetValues("RateLimit"))).Groups[1].Value, CultureInfo.InvariantCulture);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.Equal(left, told);
                return answer;
            }

            Assert.InRange(told, 0, left - 1);
            left = told;
            answer.Dispose();
        }
    }

    private static HttpRequestMessage Request(string address, MachineClientSecret client) => address switch
    {
        "/graphql" => new(HttpMethod.Post, address) { Content = JsonContent.Create(new { query = "{ pairings(first: 100) { nodes { mentor { name } mentee { name } cohort { name } } } }" }) },
        "/imports/roster" => new(HttpMethod.Post, address) { Content = new StringContent("externalId", Encoding.UTF8, "text/csv") },
        "/connect/token" => new(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client.Client.ClientId), new("client_secret", client.Secret!)]),
        },
        "/scim/v2/Users" => new(HttpMethod.Get, $"{address}?filter={Uri.EscapeDataString("displayName co \"x\"")}"),
        _ => new(HttpMethod.Get, address),
    };

    private static async Task<MachineClientSecret> ClientAsync(ClockedServer server)
    {
        GlobalId.TryRead<TenantId>(server.Demo.Id, "Tenant", out var tenant);
        var made = await server.Services.GetRequiredService<IMachineClients>().CreateAsync(
            tenant, Actor.System(tenant, "test"), EntityId.Derive<CommandId>(tenant.Value, "rates"), "Asks too much", Everything, CancellationToken.None);
        return made.OrThrow();
    }

    [GeneratedRegex(";r=([0-9]+);")]
    private static partial Regex Left();
}
