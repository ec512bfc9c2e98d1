using System.Net;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Consents;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Provider;
using MentorCloud.Identity.Tests.Tokens;
using Microsoft.AspNetCore.WebUtilities;

namespace MentorCloud.Identity.Tests.Consents;

/// <summary>Programs that are not the company's own, and the people who are asked whether they may get in.</summary>
public class ConsentTests : OnAnyStore
{
    private const string Asked = "asked";

    [Fact]
    public async Task Program_is_asked_about_once_by_person_and_scope()
    {
        await using var host = await StartAsync();
        using var ada = await LoggedInAsync(host, "ada@acme.example");
        using var bo = await LoggedInAsync(host, "bo@acme.example");
        var app = await host.AddAppAsync(ClientProof.Secret, isFirstParty: false);

        var first = await OutcomeAsync(ada, Wish(app, "openid email"));
        using var allowed = await DecideAsync(ada, Wish(app, "openid email"), "allow");
        string[] then =
        [
            await OutcomeAsync(ada, Wish(app, "openid email")), await OutcomeAsync(ada, Wish(app, "openid")), await OutcomeAsync(ada, Wish(app, "openid profile")),
            await OutcomeAsync(bo, Wish(app, "openid email")),
        ];
        using var more = await DecideAsync(ada, Wish(app, "openid profile"), "allow");

        Assert.Equal((Asked, "code"), (first, Outcome(allowed)));
        Assert.Equal(["code", "code", Asked, Asked], then);
        Assert.Equal("code", await OutcomeAsync(ada, Wish(app, "openid profile email")));
    }

    [Fact]
    public async Task Program_that_is_not_allowed_learns_it_with_state_and_is_asked_about_again()
    {
        await using var host = await StartAsync();
        using var ada = await LoggedInAsync(host, "ada@acme.example");
        var wish = Wish(await host.AddAppAsync(ClientProof.Secret, isFirstParty: false), "openid");

        using var denied = await DecideAsync(ada, wish, "deny");
        var query = QueryHelpers.ParseQuery(denied.Headers.Location!.Query);

        Assert.Equal(("access_denied", "s&t=1", host.Address.ToString().TrimEnd('/')), (query["error"].ToString(), query["state"].ToString(), query["iss"].ToString()));
        Assert.Equal(Asked, await OutcomeAsync(ada, wish));
    }

    [Theory]
    [InlineData(true, null, "code", "code")]
    [InlineData(true, "none", "code", "code")]
    [InlineData(true, "consent", Asked, Asked)]
    [InlineData(false, "none", "consent_required", "code")]
    [InlineData(false, "consent", Asked, Asked)]
    [InlineData(false, "select_account", Asked, "code")]
    public async Task Prompt_and_the_companys_own_mark_decide_whether_somebody_is_asked(bool isFirstParty, string? prompt, string before, string after)
    {
        await using var host = await StartAsync();
        using var ada = await LoggedInAsync(host, "ada@acme.example");
        var app = await host.AddAppAsync(ClientProof.Secret, isFirstParty: isFirstParty);
        var wish = Wish(app, "openid", prompt);

        var first = await OutcomeAsync(ada, wish);
        using var allowed = await DecideAsync(ada, Wish(app, "openid", "consent"), "allow");

        Assert.Equal((before, "code", after), (first, Outcome(allowed), await OutcomeAsync(ada, wish)));
    }

    /// <summary>RFC 8252, section 8.6: any program of the machine can listen there.</summary>
    [Theory]
    [InlineData("http://127.0.0.1:49152/cb")]
    [InlineData("com.example.app:/cb")]
    [InlineData("https://localhost/cb")]
    [InlineData("https://127.0.0.1:8443/cb")]
    [InlineData("https://[::1]/cb")]
    [InlineData("https://app.localhost/cb")]
    public async Task Program_that_could_be_anybodys_is_asked_about_each_time_even_when_it_is_the_companys(string redirect)
    {
        await using var host = await StartAsync();
        using var ada = await LoggedInAsync(host, "ada@acme.example");
        var app = await host.AddAppAsync(ClientProof.None, redirect: redirect);

        using var allowed = await DecideAsync(ada, Wish(app, "openid", redirect: redirect), "allow");

        Assert.Equal("code", Outcome(allowed));
        Assert.Equal((Asked, "consent_required"), (await OutcomeAsync(ada, Wish(app, "openid", redirect: redirect)), await OutcomeAsync(ada, Wish(app, "openid", "none", redirect))));
    }

    [Fact]
    public async Task Consent_taken_back_on_the_account_page_ends_the_programs_access_and_it_is_asked_about_again()
    {
        await using var host = await StartAsync();
        using var ada = await LoggedInAsync(host, "ada@acme.example");
        using var http = host.Client();
        var app = await host.AddAppAsync(ClientProof.Secret, isFirstParty: false);
        var other = await host.AddAppAsync(ClientProof.Secret);
        var own = await ada.ProgramAsync(other);
        using var allowed = await DecideAsync(ada, Wish(app, "openid offline_access api"), "allow");
        var tokens = await ada.ProgramAsync(app);
        var page = await ada.TextAsync("/account");

        using var none = await ada.SubmitAsync("/account", "/account/programs/withdraw", ("client", "mc_unknown"));
        using var withdrawn = await ada.SubmitAsync("/account", "/account/programs/withdraw", ("client", app.Client.ClientId));
        using var again = await ada.SubmitAsync("/account", "/account/programs/withdraw", ("client", app.Client.ClientId));

        Assert.Contains("aria-label=\"Take back: Acme portal\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/account/programs/withdraw", await ada.TextAsync("/account"), StringComparison.Ordinal);
        Assert.Equal("anonymous", await TokenRequests.WhoAmIAsync(http, tokens.Access));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (await http.RefreshAsync(app, tokens.Refresh), await http.RefreshAsync(other, own.Refresh)));
        Assert.Equal(Asked, await OutcomeAsync(ada, Wish(app, "openid")));
        Assert.Equal(["Account.ConsentGiven", "Account.ConsentWithdrawn"], host.Audit.Of(TestTenants.Acme).Select(entry => entry.Action).Where(action => action.Contains("Consent", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Answer_that_is_not_the_persons_own_gives_nothing()
    {
        await using var host = await StartAsync();
        using var browser = await LoggedInAsync(host, "ada@acme.example");
        await host.AddAsync("bo@acme.example");
        var wish = Wish(await host.AddAppAsync(ClientProof.Secret, isFirstParty: false), "openid");
        var shown = Fields(await browser.TextAsync(wish));

        using var forged = await browser.PostAsync(ConsentEndpoint.Path, ("return", wish), ("account", shown["account"]), ("decision", "allow"));
        using var other = await browser.LogInAsync("acme", "bo@acme.example", People.Password);
        using var stale = await browser.PostAsync(ConsentEndpoint.Path, [.. shown.Select(field => (field.Key, field.Value)), ("decision", "allow")]);
        using var gone = await browser.SubmitAsync("/account", "/logout");
        using var nobody = await browser.PostAsync(ConsentEndpoint.Path, [.. shown.Select(field => (field.Key, field.Value)), ("decision", "allow")]);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal((shown["return"], shown["return"]), (stale.Headers.Location?.OriginalString, nobody.Headers.Location?.OriginalString));
        Assert.DoesNotContain(host.Audit.Of(TestTenants.Acme), entry => entry.Action == "Account.ConsentGiven");
    }

    [Theory]
    [InlineData("https://evil.example/connect/authorize?x=1")]
    [InlineData("//evil.example/connect/authorize?x=1")]
    [InlineData("/connect/authorize")]
    [InlineData("/account")]
    [InlineData("")]
    public async Task Answer_to_no_wish_leads_nowhere(string place)
    {
        await using var host = await StartAsync();
        using var browser = await LoggedInAsync(host, "ada@acme.example");
        var shown = Fields(await browser.TextAsync(Wish(await host.AddAppAsync(ClientProof.Secret, isFirstParty: false), "openid")));

        using var answer = await browser.PostAsync(ConsentEndpoint.Path, ("csrf", shown["csrf"]), ("account", shown["account"]), ("return", place), ("decision", "allow"));

        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.StatusCode, answer.Headers.Location));
    }

    [Theory]
    [InlineData("en", "ltr", "May this program get in?", "see your e-mail address")]
    [InlineData("de", "ltr", "Darf dieses Programm hinein?", "Ihre E-Mail-Adresse sehen")]
    [InlineData("ar", "rtl", "هل تسمح لهذا البرنامج بالدخول؟", "رؤية عنوان بريدك الإلكتروني")]
    public async Task Question_names_program_person_scopes_and_place_in_the_persons_language(string language, string direction, string title, string scope)
    {
        await using var host = await StartAsync();
        using var browser = await LoggedInAsync(host, "ada@acme.example");
        var app = await host.AddAppAsync(ClientProof.Secret, isFirstParty: false);
        using var chosen = await browser.GetAsync($"/login/language?to={language}&return=/account");

        using var page = await browser.GetAsync(Wish(app, "openid email offline_access"));
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());

        Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\">", html, StringComparison.Ordinal);
        Assert.All([$"<h1>{title}</h1>", $"<li>{scope}</li>", "<bdi>Acme portal</bdi>", "<bdi>ada@acme.example</bdi>", "https://app.acme.example</code>", "90"],
            part => Assert.Contains(part, html, StringComparison.Ordinal));
        Assert.Contains("form-action 'self' https://app.acme.example;", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consents_of_an_erased_person_are_gone()
    {
        await using var host = await StartAsync();
        using var browser = await LoggedInAsync(host, "ada@acme.example");
        var ada = (await host.Accounts.FindByEmailAsync(TestTenants.Acme, "ada@acme.example", default))!;
        using var allowed = await DecideAsync(browser, Wish(await host.AddAppAsync(ClientProof.Secret, isFirstParty: false), "openid"), "allow");
        var person = EntityId.New<ParticipantId>(host.Clock.GetUtcNow());
        await host.Accounts.LinkParticipantAsync(TestTenants.Acme, People.Platform, ada.Id, person, default);
        var before = await host.Get<ConsentBook>().ListAsync(ada, default);

        await host.Accounts.EraseAsync(TestTenants.Acme, People.Platform, person, default);

        Assert.Single(before);
        Assert.Empty(await host.Get<ConsentBook>().ListAsync(ada, default));
    }

    [Fact]
    public async Task Answer_sent_many_times_at_once_is_one_consent()
    {
        await using var host = await StartAsync();
        using var browser = await LoggedInAsync(host, "ada@acme.example");
        var wish = Wish(await host.AddAppAsync(ClientProof.Secret, isFirstParty: false), "openid");
        var shown = Fields(await browser.TextAsync(wish));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var answer = await browser.PostAsync(ConsentEndpoint.Path, [.. shown.Select(field => (field.Key, field.Value)), ("decision", "allow")]);
            return Outcome(answer);
        }));

        Assert.All(outcomes, outcome => Assert.Equal("code", outcome));
        Assert.Equal("code", await OutcomeAsync(browser, wish));
    }

    private static async Task<Browser> LoggedInAsync(IdentityHost host, string email)
    {
        await host.AddAsync(email, Role.Mentor);
        var browser = host.Browser();
        using var login = await browser.LogInAsync("acme", email, People.Password);
        return browser;
    }

    private static string Wish(AppClientSecret app, string scope, string? prompt = null, string redirect = Programs.Redirect) => QueryHelpers.AddQueryString(
        "/connect/authorize", new Dictionary<string, string?>
        {
            ["client_id"] = app.Client.ClientId, ["redirect_uri"] = redirect, ["response_type"] = "code", ["scope"] = scope, ["prompt"] = prompt, ["state"] = "s&t=1",
            ["code_challenge"] = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", ["code_challenge_method"] = "S256",
        }.Where(pair => pair.Value is not null));

    private static Task<HttpResponseMessage> DecideAsync(Browser browser, string wish, string decision) =>
        browser.SubmitAsync(wish, ConsentEndpoint.Path, ("decision", decision));

    private static async Task<string> OutcomeAsync(Browser browser, string wish)
    {
        using var answer = await browser.GetAsync(wish);
        return Outcome(answer);
    }

    /// <summary>What came of a wish: a code, an error, or the question.</summary>
    private static string Outcome(HttpResponseMessage answer)
    {
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            return Asked;
        }

        var query = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        return query.ContainsKey("code") ? "code" : query["error"].ToString();
    }

    private static Dictionary<string, string> Fields(string html) => html.Split("<input type=\"hidden\" name=\"")[1..].Select(part => part.Split('"'))
        .ToDictionary(parts => parts[0], parts => WebUtility.HtmlDecode(parts[2]));
}
