using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Outside;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tests.Outside;

/// <summary>A second server of ours plays the outside authority: all that is used of it is discovery and its tokens.</summary>
public sealed class OutsideAuthorityTests
{
    [Fact]
    public async Task Token_of_the_authority_logs_its_client_in_and_our_own_does_not()
    {
        await using var authority = await IdentityHost.StartAsync();
        await using var host = await IdentityHost.StartAsync(options => Point(options, authority, "programs:read"));
        using var http = host.Client();
        using var there = authority.Client();
        var client = await authority.AddClientAsync(Scope.ProgramsRead | Scope.ProgramsWrite);

        var outside = await TokenRequests.TokenAsync(there, client);
        var own = await TokenRequests.TokenAsync(http, await host.AddClientAsync());

        Assert.Equal($"client:{client.Client.ClientId}", await TokenRequests.WhoAmIAsync(http, outside));
        Assert.Equal("anonymous", await TokenRequests.WhoAmIAsync(http, own));
    }

    [Fact]
    public async Task Token_of_a_person_stands_for_the_account_with_the_address_in_the_tenant()
    {
        await using var authority = await IdentityHost.StartAsync();
        await using var host = await IdentityHost.StartAsync(options => Point(options, authority));
        using var http = host.Client();
        var ada = await host.AddAsync("ada@acme.example");
        var closed = await host.AddAsync("old@acme.example");
        await host.Accounts.CloseAsync(TestTenants.Acme, People.Platform, closed.Id, default);

        Assert.Equal($"user:{ada.Id}", await TokenRequests.WhoAmIAsync(http, await PersonAsync(authority, "acme", "ADA@acme.example")));
        Assert.Equal($"user:{ada.Id}", await TokenRequests.WhoAmIAsync(http, await PersonAsync(authority, TestTenants.Acme.ToString(), "ada@acme.example")));
        Assert.Equal("anonymous", await TokenRequests.WhoAmIAsync(http, await PersonAsync(authority, "borealis", "ada@acme.example")));
        Assert.Equal("anonymous", await TokenRequests.WhoAmIAsync(http, await PersonAsync(authority, "unknown", "ada@acme.example")));
        Assert.Equal("anonymous", await TokenRequests.WhoAmIAsync(http, await PersonAsync(authority, "acme", "nobody@acme.example")));
        Assert.Equal("anonymous", await TokenRequests.WhoAmIAsync(http, await PersonAsync(authority, "acme", "old@acme.example")));
        Assert.Equal("anonymous", await TokenRequests.WhoAmIAsync(http, await PersonAsync(authority, "acme", "ada@acme.example", type: "JWT")));
        Assert.Equal("anonymous", await TokenRequests.WhoAmIAsync(http, await PersonAsync(authority, "acme", "ada@acme.example", audience: "other")));
        Assert.Equal("anonymous", await TokenRequests.WhoAmIAsync(http, await PersonAsync(authority, "acme", "ada@acme.example", minutes: -2)));
    }

    [Fact]
    public async Task Authority_that_cannot_be_reached_makes_the_answer_unavailable_and_nobodys_fault()
    {
        Uri address;
        string token;
        await using (var authority = await IdentityHost.StartAsync())
        {
            (address, token) = (authority.Address, await PersonAsync(authority, "acme", "ada@acme.example"));
        }

        await using var host = await IdentityHost.StartAsync(options => options.OutsideAuthority = new OutsideAuthorityOptions { Authority = address });
        using var http = host.Client();

        using var request = new HttpRequestMessage(HttpMethod.Get, "/whoami");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(30)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
        Assert.Equal(ErrorCodes.LoginProviderUnavailable, body.GetProperty("code").GetString());
        Assert.Equal("anonymous", await TokenRequests.WhoAmIAsync(http, "no token at all"));
    }

    private static void Point(IdentityOptions options, IdentityHost authority, string? limit = null)
    {
        options.OutsideAuthority = new OutsideAuthorityOptions { Authority = authority.Address };
        options.OutsideAuthority.ScopeLimit = limit ?? options.OutsideAuthority.ScopeLimit;
    }

    private static async Task<string> PersonAsync(
        IdentityHost authority, string tenant, string email, string type = "at+jwt", string audience = "mentorcloud", double minutes = 10)
    {
        var key = await authority.Get<SigningKeys>().CurrentAsync(default);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = type,
            Issuer = authority.Address.ToString().TrimEnd('/'),
            Audience = audience,
            Expires = authority.Clock.GetUtcNow().UtcDateTime.AddMinutes(minutes),
            SigningCredentials = key.Credentials,
            Claims = new Dictionary<string, object> { ["sub"] = "4711", ["tenant"] = tenant, ["email"] = email },
        });
    }
}
