using System.Net;
using System.Text.Json;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Testing;

namespace MentorCloud.Identity.Tests.Federation;

/// <summary>Login by a customer's own provider, which is npm oidc-provider here.</summary>
public sealed class OidcProviderTests : IAsyncLifetime
{
    private static int driven;
    private readonly ShiftedClock _clock = new();
    private IdentityHost _host = null!;
    private CompanyProvider _company = null!;

    private static object Ada => new { sub = "ada-1", email = "ada@acme.example", email_verified = true, name = "Ada Example", amr_names = new[] { "pwd", "mfa" } };

    public async ValueTask InitializeAsync()
    {
        _company = await CompanyProvider.StartAsync();
        _host = await IdentityHost.StartAsync(options => options.InsideProviders = true, clock: _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _company.DisposeAsync();
    }

    [Theory]
    [InlineData(ProviderProof.SecretBasic, "client_secret_basic")]
    [InlineData(ProviderProof.SecretPost, "client_secret_post")]
    [InlineData(ProviderProof.PrivateKey, "private_key_jwt")]
    public async Task First_login_makes_an_account_that_the_second_finds_again(ProviderProof proof, string method)
    {
        var provider = await _host.AddProviderAsync(CompanyLogin.Settings(_company.Issuer, proof));
        await _company.SetUpAsync(Ada, 1, Client(provider, method));
        using var browser = _host.Browser();

        using var first = await browser.LogInAtCompanyAsync();
        var made = await _host.Accounts.FindByEmailAsync(TestTenants.Acme, "ada@acme.example", default);
        using var other = _host.Browser();
        using var second = await other.LogInAtCompanyAsync("ada@acme.example");

        Assert.Equal("/account", first.Headers.Location?.ToString());
        Assert.Equal("/account", second.Headers.Location?.ToString());
        Assert.Equal((AccountStatus.Active, Role.Mentor, "Ada Example"), (made!.Status, made.Roles, made.DisplayName));
        Assert.Contains(made.Id.ToString(), await other.TextAsync("/whoami"), StringComparison.Ordinal);
        Driven();
    }

    [Fact]
    public async Task Rotated_keys_of_the_provider_are_fetched_when_they_are_met()
    {
        var provider = await _host.AddProviderAsync(CompanyLogin.Settings(_company.Issuer));
        await _company.SetUpAsync(Ada, 1, Client(provider));
        using var browser = _host.Browser();
        using var before = await browser.LogInAtCompanyAsync();

        _clock.PutForward(TimeSpan.FromSeconds(61));
        await _company.SetUpAsync(Ada, 2, Client(provider));
        using var other = _host.Browser();
        using var after = await other.LogInAtCompanyAsync();

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (before.StatusCode, after.StatusCode));
        Driven();
    }

    [Fact]
    public async Task Groups_decide_the_roles_of_every_login()
    {
        await _host.AddAsync("boss@acme.example", Role.TenantAdmin);
        var provider = await _host.AddProviderAsync(CompanyLogin.Settings(_company.Issuer) with
        {
            GroupClaim = "groups", DefaultRoles = Role.None, Groups = [new("mentors", Role.Mentor), new("leads", Role.ProgramManager)],
        });

        await _company.SetUpAsync(new { sub = "bo", email = "bo@acme.example", email_verified = true, groups = new[] { "mentors", "leads" } }, 1, Client(provider));
        var both = await RolesAfterLoginAsync();
        await _company.SetUpAsync(new { sub = "bo", email = "bo@acme.example", email_verified = true, groups = new[] { "mentors" } }, 1, Client(provider));
        var one = await RolesAfterLoginAsync();
        await _company.SetUpAsync(new { sub = "bo", email = "bo@acme.example", email_verified = true, groups = new[] { "cooks" } }, 1, Client(provider));
        using var browser = _host.Browser();
        using var none = await browser.LogInAtCompanyAsync();

        Assert.Equal((Role.Mentor | Role.ProgramManager, Role.Mentor, HttpStatusCode.Forbidden), (both, one, none.StatusCode));
        Driven();
    }

    [Fact]
    public async Task Logout_at_the_provider_ends_the_sessions_here()
    {
        var provider = await _host.AddProviderAsync(CompanyLogin.Settings(_company.Issuer));
        await _company.SetUpAsync(Ada, 1, new
        {
            client_id = CompanyLogin.ClientId, client_secret = CompanyLogin.Secret, token_endpoint_auth_method = "client_secret_basic",
            redirect_uris = new[] { provider.RedirectUri.AbsoluteUri }, backchannel_logout_uri = provider.BackChannelLogoutUri.AbsoluteUri,
            post_logout_redirect_uris = new[] { _host.Address + "login" },
        });
        using var browser = _host.Browser();
        using var login = await browser.LogInAtCompanyAsync();
        var inside = await browser.TextAsync("/whoami");

        var page = await browser.TextAsync($"{_company.Issuer}/session/end?client_id={CompanyLogin.ClientId}");
        var secret = System.Text.RegularExpressions.Regex.Match(page, "name=\"xsrf\" value=\"([^\"]+)\"").Groups[1].Value;
        using var ended = await browser.PostAsync($"{_company.Issuer}/session/end/confirm", ("xsrf", secret), ("logout", "yes"));

        Assert.StartsWith("user:", inside, StringComparison.Ordinal);
        Assert.Equal(Actor.Anonymous.ToString(), await browser.TextAsync("/whoami"));
        Driven();
    }

    [Fact]
    public async Task Logout_here_shows_the_way_to_the_logout_there()
    {
        var provider = await _host.AddProviderAsync(CompanyLogin.Settings(_company.Issuer));
        await _company.SetUpAsync(Ada, 1, Client(provider));
        using var browser = _host.Browser();
        using var login = await browser.LogInAtCompanyAsync();

        using var page = await browser.SubmitAsync("/logout", "/logout");

        Assert.Contains(_company.Issuer + "/session/end?client_id=mentorcloud", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Driven();
    }

    /// <summary>One flow more has come to its end as it should.</summary>
    private static void Driven() =>
        SecuritySummary.Write("flows-oidc-provider", $"flows driven at oidc-provider: {Interlocked.Increment(ref driven)}");

    private async Task<Role> RolesAfterLoginAsync()
    {
        using var browser = _host.Browser();
        using var login = await browser.LogInAtCompanyAsync();
        return Enum.Parse<Role>(await browser.TextAsync("/roles"));
    }

    private static object Client(LoginProvider provider, string method = "client_secret_basic") => method == "private_key_jwt"
        ? new
        {
            client_id = CompanyLogin.ClientId, token_endpoint_auth_method = method, redirect_uris = new[] { provider.RedirectUri.AbsoluteUri },
            jwks = JsonDocument.Parse(provider.KeySet!).RootElement,
        }
        : new
        {
            client_id = CompanyLogin.ClientId, client_secret = CompanyLogin.Secret, token_endpoint_auth_method = method,
            redirect_uris = new[] { provider.RedirectUri.AbsoluteUri },
        };
}
