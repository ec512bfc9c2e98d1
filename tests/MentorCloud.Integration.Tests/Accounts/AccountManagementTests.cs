using System.Net;
using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Accounts;

/// <summary>Accounts, clients and logins, handled by a company's administrator from outside the program.</summary>
[Collection(DemoServerCollection.Name)]
public sealed class AccountManagementTests(DemoServer demo)
{
    private readonly string mark = Guid.NewGuid().ToString("N")[..10];

    [Fact]
    public async Task Account_from_invitation_to_closing_and_back()
    {
        using var admin = await demo.Halvorsen.AdminAsync(demo.Address);
        var input = new { idempotencyKey = mark, email = $"{mark}@halvorsen.example", displayName = "Nia New", roles = new[] { "MENTOR" } };

        var invited = await admin.MutateAsync("accountInvite", "account { id status roles sessions { id } }", input);
        var repeated = await admin.MutateAsync("accountInvite", "account { id }", input);
        var id = invited.GetProperty("account").GetProperty("id").GetString()!;
        var changed = await admin.MutateAsync("accountChangeRoles", "account { roles }", new { idempotencyKey = mark + "roles", account = id, roles = new[] { "MENTOR", "SPONSOR" } });
        var closed = await admin.MutateAsync("accountClose", "account { status }", new { idempotencyKey = mark + "close", account = id });
        var reopened = await admin.MutateAsync("accountReopen", "account { status }", new { idempotencyKey = mark + "reopen", account = id });
        var found = await admin.QueryAsync($"{{ accounts(filter: {{ search: \"{mark}\" }}) {{ totalCount nodes {{ email displayName status participant {{ id }} hasSecondFactor }} }} }}");

        Assert.Equal("INVITED", invited.GetProperty("account").GetProperty("status").GetString());
        Assert.Equal(id, repeated.GetProperty("account").GetProperty("id").GetString());
        Assert.Equal(["MENTOR", "SPONSOR"], changed.GetProperty("account").GetProperty("roles").EnumerateArray().Select(role => role.GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(("CLOSED", "INVITED"), (closed.GetProperty("account").GetProperty("status").GetString(), reopened.GetProperty("account").GetProperty("status").GetString()));
        Assert.Equal(1, found.GetProperty("accounts").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Secret_of_a_client_is_shown_once_and_works_until_it_is_renewed_or_revoked()
    {
        using var admin = await demo.Halvorsen.AdminAsync(demo.Address);
        var input = new { idempotencyKey = mark, name = mark, scopes = new[] { "programs:read" } };

        var made = await admin.MutateAsync("clientCreate", "client { clientId scopes } secret", input);
        var (id, secret) = (made.GetProperty("client").GetProperty("clientId").GetString()!, made.GetProperty("secret").GetString()!);
        var repeated = await admin.MutateAsync("clientCreate", "client { clientId } secret", input);
        await GraphQLClient.TokenAsync(demo.Address, id, secret);
        var renewed = (await admin.MutateAsync("clientRotateSecret", "secret", new { idempotencyKey = mark + "r", client = id })).GetProperty("secret").GetString()!;
        var token = await GraphQLClient.TokenAsync(demo.Address, id, renewed);
        await admin.MutateAsync("clientRevoke", "client { revokedAt }", new { idempotencyKey = mark + "revoke", client = id });
        using var client = GraphQLClient.WithToken(demo.Address, token);

        Assert.Equal((id, JsonValueKind.Null), (repeated.GetProperty("client").GetProperty("clientId").GetString(), repeated.GetProperty("secret").ValueKind));
        Assert.Equal("UNAUTHENTICATED", (await client.SendAsync("{ tenant { name } }")).ErrorCode);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", await CodeAsync(admin, "clientCreate", new { idempotencyKey = mark, name = mark + "x", scopes = new[] { "programs:read" } }));
        Assert.Equal("INPUT_INVALID", await CodeAsync(admin, "clientCreate", new { idempotencyKey = mark + "2", name = mark, scopes = new[] { "everything" } }));
        Assert.Equal("INPUT_INVALID", await CodeAsync(admin, "appClientRegister", new { idempotencyKey = mark + "3", name = mark, proof = "NONE", redirectUris = new[] { "http://evil.example/" } }));
    }

    /// <summary>Who registers a program says whether people are asked about it; without a word they are.</summary>
    [Fact]
    public async Task Program_is_the_companys_own_only_when_the_administrator_says_so()
    {
        using var admin = await demo.Halvorsen.AdminAsync(demo.Address);
        string[] back = [$"https://{mark}.example/back"];

        var own = await admin.MutateAsync("appClientRegister", "client { isFirstParty } secret", new { idempotencyKey = mark, name = mark, proof = "SECRET", redirectUris = back, isFirstParty = true });
        var other = await admin.MutateAsync("appClientRegister", "client { isFirstParty }", new { idempotencyKey = mark + "2", name = mark, proof = "SECRET", redirectUris = back });
        var reused = await CodeAsync(admin, "appClientRegister", new { idempotencyKey = mark, name = mark, proof = "SECRET", redirectUris = back });

        Assert.Equal((true, false), (own.GetProperty("client").GetProperty("isFirstParty").GetBoolean(), other.GetProperty("client").GetProperty("isFirstParty").GetBoolean()));
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", reused);
    }

    [Fact]
    public async Task Login_settings_are_the_administrators_alone_and_name_the_field_that_is_wrong()
    {
        using var admin = await demo.Meridian.AdminAsync(demo.Address);
        using var mentor = await demo.Meridian.MentorAsync(demo.Address);
        using var client = await demo.Meridian.ClientAsync(demo.Address);
        var domain = $"{mark}.example";

        var claimed = await admin.MutateAsync("emailDomainClaim", "settings { domains { domain recordName recordText verifiedAt } }", new { idempotencyKey = mark, domain });
        var refused = await CodeAsync(admin, "loginProviderSet", new { idempotencyKey = mark + "wrong", issuer = "http://10.0.0.1", clientId = "a", proof = "SECRET_POST", secret = "s" });
        var emergency = await CodeAsync(admin, "loginProviderSet", new { idempotencyKey = mark + "set", issuer = "https://login.meridian.example", clientId = "a", proof = "SECRET_POST", secret = "s", isEnforced = true });
        await admin.MutateAsync("emailDomainRelease", "settings { domains { domain } }", new { idempotencyKey = mark + "release", domain });

        Assert.Contains($"_mentorcloud.{domain}", claimed.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(("INPUT_INVALID", "EMERGENCY_ACCOUNT_MISSING"), (refused, emergency));
        foreach (var stranger in new[] { mentor, client })
        {
            Assert.Equal("FORBIDDEN", (await stranger.SendAsync("{ loginSettings { secondFactorRoles } }")).ErrorCode);
            Assert.Equal("FORBIDDEN", (await stranger.SendAsync(
                GraphQLClient.MutationOf("loginRulesSet", string.Empty), new { input = new { idempotencyKey = mark, secondFactorRoles = Array.Empty<string>() } })).ErrorCode);
            Assert.Equal("FORBIDDEN", (await stranger.SendAsync("{ clients { totalCount } }")).ErrorCode);
        }
    }

    [Fact]
    public async Task Account_of_another_company_is_one_that_does_not_exist()
    {
        using var admin = await demo.Halvorsen.AdminAsync(demo.Address);
        using var other = await demo.Meridian.AdminAsync(demo.Address);
        var theirs = (await other.QueryAsync("{ accounts(first: 1) { nodes { id } } }")).GetProperty("accounts").GetProperty("nodes")[0].GetProperty("id").GetString()!;

        foreach (var mutation in (string[])["accountClose", "accountReopen", "accountResetSecondFactor", "accountEndSessions"])
        {
            var foreign = await admin.SendAsync(GraphQLClient.MutationOf(mutation, string.Empty), new { input = new { idempotencyKey = mark, account = theirs } });
            var unknown = await admin.SendAsync(GraphQLClient.MutationOf(mutation, string.Empty), new { input = new { idempotencyKey = mark, account = "nothing" } });
            Assert.Equal((HttpStatusCode.OK, unknown.Body), (foreign.Status, foreign.Body));
            Assert.Contains("NOT_FOUND", foreign.Body, StringComparison.Ordinal);
        }
    }

    private static async Task<string?> CodeAsync(GraphQLClient client, string field, object input)
    {
        var payload = await client.TryMutateAsync(field, string.Empty, input);
        Assert.True(payload.GetProperty("userErrors").GetArrayLength() == 1, $"{field} was accepted: {payload.GetRawText()}");
        return payload.GetProperty("userErrors")[0].GetProperty("code").GetString();
    }
}
