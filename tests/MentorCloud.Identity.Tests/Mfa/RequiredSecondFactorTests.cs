using System.Net;
using System.Text.RegularExpressions;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Identity.Mfa;
using MentorCloud.Identity.Tests.Hosting;

namespace MentorCloud.Identity.Tests.Mfa;

/// <summary>Tenants that require a second factor of some roles.</summary>
public partial class RequiredSecondFactorTests : OnAnyStore
{
    [Fact]
    public async Task Role_that_needs_a_second_factor_sets_one_up_before_it_is_in()
    {
        await using var host = await StartAsync();
        await host.AddAsync("boss@acme.example", Role.TenantAdmin | Role.Mentor);
        await host.AddAsync("ada@acme.example");
        await host.Get<ILoginRules>().SetSecondFactorRolesAsync(TestTenants.Acme, People.Platform, Role.TenantAdmin, default);
        using var boss = host.Browser();
        using var ada = host.Browser();

        using var free = await ada.LogInAsync("acme", "ada@acme.example", People.Password);
        using var asked = await boss.LogInAsync("acme", "boss@acme.example", People.Password);
        var page = await asked.Content.ReadAsStringAsync();
        var before = await boss.TextAsync("/whoami");
        using var wrong = await EnrolAsync(boss, page, "000000");
        var again = await wrong.Content.ReadAsStringAsync();
        using var right = await EnrolAsync(boss, page, CodeNow(host, page));

        Assert.Equal((HttpStatusCode.Found, "anonymous"), (free.StatusCode, before));
        Assert.Equal(Key(page), Key(again));
        Assert.Contains("<li><code>", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith("user:", await boss.TextAsync("/whoami"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrator_resets_what_was_lost_and_the_next_login_asks_for_a_new_one()
    {
        await using var host = await StartAsync();
        var boss = await host.AddAsync("boss@acme.example", Role.TenantAdmin);
        var ada = await host.AddAsync("ada@acme.example");
        await host.Get<ILoginRules>().SetSecondFactorRolesAsync(TestTenants.Acme, People.Platform, Role.Mentor, default);
        using var browser = host.Browser();
        using var asked = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        var page = await asked.Content.ReadAsStringAsync();
        using var enrolled = await EnrolAsync(browser, page, CodeNow(host, page));
        var sessions = host.Get<ILoginSessions>();
        var by = Actor.User(boss.Tenant, boss.Id, boss.Roles);

        var self = await sessions.ResetSecondFactorAsync(TestTenants.Acme, Actor.User(ada.Tenant, ada.Id, ada.Roles), ada.Id, default);
        var foreign = await sessions.ResetSecondFactorAsync(TestTenants.Borealis, by, ada.Id, default);
        var had = await sessions.HasSecondFactorAsync(TestTenants.Acme, ada.Id, default);
        var reset = await sessions.ResetSecondFactorAsync(TestTenants.Acme, by, ada.Id, default);
        var ended = await browser.TextAsync("/whoami");
        using var anew = await browser.LogInAsync("acme", "ada@acme.example", People.Password);

        Assert.Equal((false, false, true, true, "anonymous"), (self, foreign, had, reset, ended));
        Assert.Contains("/login/enrol", await anew.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(host.Audit.Of(TestTenants.Acme), entry => entry.Action == "Account.SecondFactorReset" && entry.Actor == by.ToString());
    }

    [Fact]
    public async Task Enrolment_without_the_password_before_it_is_nobodys()
    {
        await using var host = await StartAsync();
        using var browser = host.Browser();

        using var answer = await browser.SubmitAsync("/login", "/login/enrol", ("code", "123456"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Role_of_the_platform_is_no_tenants_to_rule_over()
    {
        await using var host = await StartAsync();

        var set = await host.Get<ILoginRules>().SetSecondFactorRolesAsync(TestTenants.Acme, People.Platform, Role.PlatformOperator, default);

        Assert.Equal("secondFactorRoles", set.Refusal?.Field);
    }

    private static string CodeNow(IdentityHost host, string page) => Totp.CodeAt(SecondFactorTests.Decode(Key(page)), Totp.StepAt(host.Clock.GetUtcNow()));

    private static string Key(string page) => Secret().Match(page).Groups[1].Value;

    private static Task<HttpResponseMessage> EnrolAsync(Browser browser, string page, string code) => browser.PostAsync(
        "/login/enrol", ("csrf", Csrf().Match(page).Groups[1].Value), ("code", code), ("return", "/account"));

    [GeneratedRegex("<code id=\"secret\">([A-Z2-7]+)</code>")]
    private static partial Regex Secret();

    [GeneratedRegex("name=\"csrf\" value=\"([^\"]+)\"")]
    private static partial Regex Csrf();
}
