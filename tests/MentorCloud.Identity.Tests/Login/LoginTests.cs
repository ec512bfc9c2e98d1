using System.Net;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Tests.Login;

public sealed class LoginTests
{
    [Theory]
    [InlineData("acme")]
    [InlineData(" ACME ")]
    public async Task Login_with_the_right_password_makes_the_browser_the_person(string company)
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        var ada = await host.AddAsync("ada@acme.example");

        using var answer = await browser.LogInAsync(company, "Ada@Acme.example", People.Password, "/login?return=%2Fwhoami");

        Assert.Equal((HttpStatusCode.Redirect, "/whoami"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal($"user:{ada.Id}", await browser.TextAsync("/whoami"));
        Assert.Contains("Robin Example", await browser.TextAsync("/account"), StringComparison.Ordinal);
        Assert.Contains(host.Audit.Of(TestTenants.Acme), line => line.Action == "Account.LoggedIn");
    }

    [Theory]
    [InlineData("", HttpStatusCode.Redirect)]
    [InlineData("borealis", HttpStatusCode.Unauthorized)]
    public async Task Login_without_a_company_finds_it_by_the_domain_of_the_address(string company, HttpStatusCode expected)
    {
        await using var host = await IdentityHost.StartAsync();
        await host.Get<IEmailDomains>().ConfirmAsync(TestTenants.Acme, People.Platform, "acme.example", default);
        using var browser = host.Browser();
        await host.AddAsync("ada@acme.example");

        using var answer = await browser.LogInAsync(company, "ada@ACME.example", People.Password);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Login_to_a_suspended_tenant_works()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        var bo = await host.AddAsync("bo@borealis.example", tenant: TestTenants.Borealis);

        using var answer = await browser.LogInAsync("borealis", "bo@borealis.example", People.Password);

        Assert.Equal($"user:{bo.Id}", await browser.TextAsync("/whoami"));
    }

    [Fact]
    public async Task Login_that_fails_says_the_same_whatever_was_wrong()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("ada@acme.example");
        await host.AddAsync("invited@acme.example", password: null);
        (string Company, string Email, string Password)[] wrong =
        [
            ("acme", "ada@acme.example", "wrong"),
            ("acme", "nobody@acme.example", People.Password),
            ("acme", "invited@acme.example", People.Password),
            ("borealis", "ada@acme.example", People.Password),
            ("unknown", "ada@acme.example", People.Password),
            ("acmе", "ada@acme.example", People.Password),
            ("acme", "ada@acme.example", new string('x', 5000)),
            ("", "", ""),
        ];

        foreach (var (company, email, password) in wrong)
        {
            using var browser = host.Browser();
            using var answer = await browser.LogInAsync(company, email, password);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Contains("do not go together", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Null(browser.Cookie("mc_session"));
        }
    }

    [Fact]
    public async Task Logout_ends_the_session_on_the_server_too()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        await host.AddAsync("ada@acme.example");
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        var stolen = browser.Cookie("mc_session");

        using var logout = await browser.SubmitAsync("/logout", "/logout");
        using var thief = host.Client();
        thief.DefaultRequestHeaders.Add("Cookie", $"mc_session={stolen}");

        Assert.Equal(HttpStatusCode.OK, logout.StatusCode);
        Assert.Null(browser.Cookie("mc_session"));
        Assert.Equal("anonymous", await thief.GetStringAsync("/whoami"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\r\nSet-Cookie: x=y")]
    [InlineData(" /a")]
    public async Task Destination_that_is_not_ours_leads_home(string destination)
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        await host.AddAsync("ada@acme.example");

        using var answer = await browser.LogInAsync("acme", "ada@acme.example", People.Password, "/login?return=" + Uri.EscapeDataString(destination));

        Assert.Equal("/account", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Form_without_our_proof_or_from_another_site_is_refused()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("ada@acme.example");
        using var victim = host.Browser();
        using var attacker = host.Browser();
        var foreignProof = ProofOf(await attacker.TextAsync("/login"));
        var ownProof = ProofOf(await victim.TextAsync("/login"));
        (string, string)[] fields = [("tenant", "acme"), ("email", "ada@acme.example"), ("password", People.Password)];

        using var none = await victim.PostAsync("/login", fields);
        using var foreign = await victim.PostAsync("/login", [.. fields, ("csrf", foreignProof)]);
        using var otherSite = new HttpRequestMessage(HttpMethod.Post, "/login")
        {
            Content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)), KeyValuePair.Create("csrf", ownProof)]),
        };
        otherSite.Headers.Add("Origin", "https://evil.example");
        using var elsewhere = await victim.SendAsync(otherSite);

        Assert.All((HttpResponseMessage[])[none, foreign, elsewhere], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        Assert.Null(victim.Cookie("mc_session"));
    }

    [Theory]
    [InlineData("https://evil.example", "anonymous")]
    [InlineData("null", "anonymous")]
    public async Task Session_of_a_WebSocket_that_another_site_opened_counts_for_nothing(string origin, string expected)
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        await host.AddAsync("ada@acme.example");
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/whoami");
        request.Headers.Add("Upgrade", "websocket");
        request.Headers.Add("Origin", origin);

        using var answer = await browser.SendAsync(request);

        Assert.StartsWith(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", "anonymous")]
    [InlineData("Origin", "null", "anonymous")]
    [InlineData("Sec-Fetch-Site", "cross-site", "anonymous")]
    [InlineData("Sec-Fetch-Site", "same-site", "anonymous")]
    [InlineData("Sec-Fetch-Site", "same-origin", "user")]
    public async Task Session_of_a_request_that_another_site_sent_counts_for_nothing(string header, string value, string expected)
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        await host.AddAsync("ada@acme.example");
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/whoami");
        request.Headers.Add(header, value);

        using var answer = await browser.SendAsync(request);

        Assert.StartsWith(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_ends_when_idle_at_its_end_and_with_its_account()
    {
        await using var host = await IdentityHost.StartAsync();
        var ada = await host.AddAsync("ada@acme.example");
        using var idle = host.Browser();
        using var a = await idle.LogInAsync("acme", "ada@acme.example", People.Password);
        host.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("anonymous", await idle.TextAsync("/whoami"));

        using var busy = host.Browser();
        using var b = await busy.LogInAsync("acme", "ada@acme.example", People.Password);
        for (var half = 0; half < 23; half++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(30));
            Assert.StartsWith("user:", await busy.TextAsync("/whoami"), StringComparison.Ordinal);
        }

        host.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("anonymous", await busy.TextAsync("/whoami"));

        using var closed = host.Browser();
        using var c = await closed.LogInAsync("acme", "ada@acme.example", People.Password);
        await host.Accounts.CloseAsync(TestTenants.Acme, People.Platform, ada.Id, default);
        Assert.Equal("anonymous", await closed.TextAsync("/whoami"));
    }

    [Fact]
    public async Task Roles_changed_show_in_the_next_request_of_an_open_session()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        var ada = await host.AddAsync("ada@acme.example");
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        var before = await browser.TextAsync("/roles");

        await host.Accounts.ChangeRolesAsync(TestTenants.Acme, People.Platform, ada.Id, Role.Sponsor, default);

        Assert.Equal(("Mentor", "Sponsor"), (before, await browser.TextAsync("/roles")));
    }

    [Fact]
    public async Task Password_set_anew_ends_every_open_session()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        var ada = await host.AddAsync("ada@acme.example");
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);

        await host.Accounts.SetPasswordAsync(TestTenants.Acme, People.Platform, ada.Id, "another good long phrase", default);

        Assert.Equal("anonymous", await browser.TextAsync("/whoami"));
    }

    [Fact]
    public async Task Pages_allow_no_script_no_frame_and_carry_no_token()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();

        using var page = await browser.GetAsync("/login?email=%3Cscript%3Ealert(1)%3C%2Fscript%3E&tenant=%22onfocus%3Dalert(1)");
        var html = await page.Content.ReadAsStringAsync();
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();

        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"onfocus", html, StringComparison.Ordinal);
        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Cookies_of_an_https_server_are_bound_to_the_host()
    {
        await using var host = await IdentityHost.StartAsync(options => options.Issuer = new Uri("https://login.acme.example"));
        using var http = host.Client();

        using var page = await http.GetAsync("/login");
        var cookie = page.Headers.GetValues("Set-Cookie").Single();

        Assert.StartsWith("__Host-mc_form=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("de-AT,de;q=0.9,en;q=0.5", "Anmelden")]
    [InlineData("fr,en;q=0.5", "Log in")]
    [InlineData("", "Log in")]
    public async Task Page_speaks_the_browsers_language(string accepted, string heading)
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepted);

        Assert.Contains($"<h1>{heading}</h1>", await http.GetStringAsync("/login"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hash_of_older_strength_is_renewed_at_login()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        var ada = await host.AddAsync("ada@acme.example");
        var weak = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword(new object(), People.Password);
        await using var context = await host.Get<AccountsStore>().OpenAsync(default);
        await context.Accounts.ExecuteUpdateAsync(set => set.SetProperty(row => row.PasswordHash, weak));

        using var first = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        var renewed = Convert.FromBase64String((await context.Accounts.AsNoTracking().SingleAsync()).PasswordHash!);
        using var second = await browser.LogInAsync("acme", "ada@acme.example", People.Password);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        Assert.Equal((1, 2u, 220_000u), (renewed[0], BigEndian(renewed, 1), BigEndian(renewed, 5)));
    }

    [Fact]
    public async Task Invitation_page_sets_the_password_and_login_follows()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        var invited = await host.Accounts.InviteAsync(TestTenants.Acme, People.Platform, new("ada@acme.example", "Ada", Role.Mentor), default);
        var page = invited.Value!.Link.PathAndQuery;

        using var weak = await browser.SubmitAsync(page, "/invitation", ("password", "Summer2026!!"));
        using var set = await browser.SubmitAsync(page, "/invitation", ("password", People.Password));
        using var again = await browser.GetAsync(page);
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, login.StatusCode);
    }

    private static uint BigEndian(byte[] bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));

    private static string ProofOf(string html) => html.Split("name=\"csrf\" value=\"")[1].Split('"')[0];
}
