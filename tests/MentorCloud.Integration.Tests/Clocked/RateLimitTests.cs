using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MentorCloud.Integration.Tests.Http;

namespace MentorCloud.Integration.Tests.Clocked;

/// <summary>The budget of an account over HTTP, spent by an integrator who asks for too much.</summary>
[Collection(ClockedCollection.Name)]
public sealed class RateLimitTests(ClockedServer shared)
{
    private const int Points = 20_000;
    private const int Token = 100;
    private static readonly string Dear = $"{{ rateLimit {{ cost remaining }} {string.Join(' ', Enumerable.Range(0, 10).Select(index => $"a{index}: pairings(first: 100) {{ nodes {{ mentor {{ name }} mentee {{ name }} }} }}"))} }}";

    [Fact]
    public async Task Account_that_spent_its_budget_is_told_to_wait_and_served_again_after_it()
    {
        await using var server = new ClockedServer { AccountPoints = Points };
        await server.InitializeAsync();
        using var http = await ClientAsync(server);

        using var first = await AskAsync(http);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var limit = (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("rateLimit");
        Assert.Equal(Points - Token - limit.GetProperty("cost").GetInt32(), limit.GetProperty("remaining").GetInt32());
        Assert.StartsWith($"\"account\";r={limit.GetProperty("remaining").GetInt32()};t=", Assert.Single(first.Headers.GetValues("RateLimit")), StringComparison.Ordinal);

        await UntilRefusedAsync(() => AskAsync(http));
        await OtherEdgesRefuseAsync(server, http);
        using var last = await AskAsync(http);
        Assert.Equal("RATE_LIMITED", await CodeAsync(last));
        var wait = last.Headers.RetryAfter!.Delta!.Value;
        Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

        // Others of the tenant go on.
        using var admin = await server.Demo.AdminAsync(server.Address);
        Assert.True((await admin.QueryAsync("{ rateLimit { remaining } }")).GetProperty("rateLimit").GetProperty("remaining").GetInt32() > Points / 2);

        await server.PassAsync(wait);
        using var served = await AskAsync(http);
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    /// <summary>Imports and tokens are paid from the same budget.</summary>
    private static async Task OtherEdgesRefuseAsync(ClockedServer server, HttpClient http)
    {
        using var roster = new StringContent("externalId", Encoding.UTF8, "text/csv");
        using var import = await http.PostAsync(new Uri("/imports/roster", UriKind.Relative), roster);
        Assert.Equal(HttpStatusCode.TooManyRequests, import.StatusCode);
        Assert.Equal("RATE_LIMITED", (await import.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.True(import.Headers.RetryAfter!.Delta > TimeSpan.Zero);

        using var anonymous = new HttpClient { BaseAddress = server.Address };
        var token = await UntilRefusedAsync(() => anonymous.PostAsync(new Uri("/connect/token", UriKind.Relative), TokenForm(server)));
        Assert.Equal("temporarily_unavailable", (await token.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString());
        Assert.True(token.Headers.RetryAfter!.Delta > TimeSpan.Zero);
    }

    private static FormUrlEncodedContent TokenForm(ClockedServer server) => new(
    [
        new("grant_type", "client_credentials"),
        new("client_id", server.Demo.Login.GetProperty("clientId").GetString()!),
        new("client_secret", server.Demo.Login.GetProperty("clientSecret").GetString()!),
    ]);

    [Fact]
    public async Task Anonymous_callers_have_no_budget_to_ask_for()
    {
        using var nobody = GraphQLClient.Anonymous(shared.Address);

        Assert.Equal("UNAUTHENTICATED", (await nobody.SendAsync("{ rateLimit { remaining } }")).ErrorCode);
    }

    private static async Task<HttpClient> ClientAsync(ClockedServer server)
    {
        var login = server.Demo.Login;
        var token = await GraphQLClient.TokenAsync(server.Address, login.GetProperty("clientId").GetString()!, login.GetProperty("clientSecret").GetString()!);
        return new HttpClient { BaseAddress = server.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient http) => http.PostAsJsonAsync(new Uri("/graphql", UriKind.Relative), new { query = Dear });

    private static async Task<HttpResponseMessage> UntilRefusedAsync(Func<Task<HttpResponseMessage>> ask)
    {
        for (var count = 0; count < Points; count++)
        {
            var answer = await ask();
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return answer;
            }

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            answer.Dispose();
        }

        throw new InvalidOperationException("The budget has no end.");
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
