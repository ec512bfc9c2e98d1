using System.Net;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Identity.Federation;
using MentorCloud.Identity.Login;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Tests.Federation;

/// <summary>Settings of a provider, and what enforcing it does.</summary>
public sealed class LoginProviderTests
{
    private static readonly LoginProviderSettings Good = CompanyLogin.Settings("https://login.acme.example");

    public static TheoryData<string, LoginProviderSettings> Malformed => new()
    {
        { "issuer", Good with { Issuer = "http://login.acme.example" } },
        { "issuer", Good with { Issuer = "http://127.0.0.1:1" } },
        { "issuer", Good with { Issuer = "https://login.acme.example/?x=1" } },
        { "issuer", Good with { Issuer = "https://user@login.acme.example" } },
        { "issuer", Good with { Issuer = "https://login.аcme.example" } },
        { "issuer", Good with { Issuer = "https://" + new string('a', 600) } },
        { "clientId", Good with { ClientId = "" } },
        { "clientId", Good with { ClientId = "a\r\nb" } },
        { "proof", Good with { Proof = (ProviderProof)9 } },
        { "scopes", Good with { Scopes = ["a b"] } },
        { "scopes", Good with { Scopes = ["offline_access"] } },
        { "defaultRoles", Good with { DefaultRoles = Role.PlatformOperator } },
        { "defaultRoles", Good with { DefaultRoles = Role.None } },
        { "groupClaim", Good with { GroupClaim = "" } },
        { "groups", Good with { Groups = [new("g", Role.Mentor)] } },
        { "groups", Good with { GroupClaim = "groups", Groups = [new("g", Role.PlatformOperator)] } },
        { "groups", Good with { GroupClaim = "groups", Groups = [new("g", Role.Mentor), new("g", Role.Mentee)] } },
        { "emergencyAccounts", Good with { IsEnforced = true } },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Setting_that_is_malformed_is_refused_by_its_name(string field, LoginProviderSettings settings)
    {
        await using var host = await IdentityHost.StartAsync();

        var set = await host.Get<ILoginProviders>().SetAsync(TestTenants.Acme, People.Platform, settings, "s", default);

        Assert.Equal(field, set.Refusal?.Field);
    }

    [Fact]
    public async Task Secret_rests_sealed_and_never_follows_to_another_issuer_or_client()
    {
        await using var host = await IdentityHost.StartAsync();
        var providers = host.Get<ILoginProviders>();
        await host.AddProviderAsync(Good);

        var kept = await providers.SetAsync(TestTenants.Acme, People.Platform, Good with { CreatesAccounts = false }, null, default);
        var elsewhere = await providers.SetAsync(TestTenants.Acme, People.Platform, Good with { Issuer = "https://evil.example" }, null, default);
        var renamed = await providers.SetAsync(TestTenants.Acme, People.Platform, Good with { ClientId = "other" }, null, default);
        await using var context = await host.Get<AccountsStore>().OpenAsync(TestTenants.Acme, default);
        var row = await context.LoginProviders.SingleAsync();

        Assert.False(kept.IsRefused);
        Assert.Equal(("secret", "secret"), (elsewhere.Refusal?.Field, renamed.Refusal?.Field));
        Assert.Equal(CompanyLogin.Secret, await host.Get<LoginProviderBook>().SecretAsync(TestTenants.Acme, default));
        Assert.DoesNotContain(CompanyLogin.Secret, row.Settings + row.SealedSecret, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enforced_provider_ends_password_logins_and_asks_the_emergency_account_for_a_second_factor()
    {
        await using var provider = await HostileProvider.StartAsync();
        await using var host = await IdentityHost.StartAsync(options => options.InsideProviders = true);
        var boss = await host.AddAsync("boss@acme.example", Role.TenantAdmin);
        await host.AddAsync("ada@acme.example");
        using var ada = host.Browser();
        using var inside = await ada.LogInAsync("acme", "ada@acme.example", People.Password);
        var before = await ada.TextAsync("/whoami");

        await host.AddProviderAsync(CompanyLogin.Settings(provider.Issuer) with { IsEnforced = true, EmergencyAccounts = [boss.Id] });
        using var again = await ada.LogInAsync("acme", "ada@acme.example", People.Password);
        using var wrong = await ada.LogInAsync("acme", "boss@acme.example", "not the password at all");
        using var emergency = host.Browser();
        using var bossLogin = await emergency.LogInAsync("acme", "boss@acme.example", People.Password);

        Assert.StartsWith("user:", before, StringComparison.Ordinal);
        Assert.Equal("anonymous", await ada.TextAsync("/whoami"));
        Assert.StartsWith(provider.Issuer, CompanyLogin.Onward(await again.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.StartsWith(provider.Issuer, CompanyLogin.Onward(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("/login/enrol", await bossLogin.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("anonymous", await emergency.TextAsync("/whoami"));
    }

    [Fact]
    public async Task Right_password_where_the_company_login_is_enforced_does_not_count_against_the_office()
    {
        await using var provider = await HostileProvider.StartAsync();
        await using var host = await IdentityHost.StartAsync(options => options.InsideProviders = true);
        var boss = await host.AddAsync("boss@acme.example", Role.TenantAdmin);
        await host.AddAsync("ada@acme.example");
        await host.AddAsync("bo@acme.example");
        await host.AddProviderAsync(CompanyLogin.Settings(provider.Issuer) with { IsEnforced = true, EmergencyAccounts = [boss.Id] });
        for (var failure = 0; failure < 38; failure++)
        {
            host.Get<LoginThrottle>().Failed(new LoginAttempt($"acme/{failure}", "127.0.0.1", Device: null));
        }

        var right = (await StatusAsync("ada", People.Password), await StatusAsync("bo", People.Password), await StatusAsync("boss", People.Password));
        var wrong = (await StatusAsync("ada", "wrong"), await StatusAsync("bo", "wrong"), await StatusAsync("boss", People.Password));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), right);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests), wrong);

        async Task<HttpStatusCode> StatusAsync(string name, string password)
        {
            using var browser = host.Browser();
            using var answer = await browser.LogInAsync("acme", $"{name}@acme.example", password);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::1")]
    [InlineData("0.0.0.0")]
    public void Address_inside_is_no_providers(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::1111")]
    public void Address_of_the_internet_may_be_a_providers(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task Provider_on_the_loopback_is_not_reached_unless_the_operator_allows_it()
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Get<ProviderHttp>();

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetDocumentAsync("https://localhost:1/x", default));
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetDocumentAsync("http://127.0.0.1:1/x", default));
    }
}
