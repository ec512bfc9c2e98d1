using System.Net;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Logins;
using MentorCloud.Identity.Tests.Federation;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Provider;
using MentorCloud.Identity.Tests.Tokens;
using Microsoft.AspNetCore.WebUtilities;

namespace MentorCloud.Identity.Tests.Sessions;

/// <summary>Sessions that people end themselves: what stays on record, what goes along, and what they are shown.</summary>
public sealed class SessionEndingTests
{
    private const string LoggedOut = "Account.LoggedOut", Ended = "Account.SessionsEnded";

    [Fact]
    public async Task Logout_by_a_program_enters_the_audit_log_like_one_here()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("ada@acme.example");
        var app = await host.AddAppAsync(ClientProof.Secret);
        using var browser = host.Browser();
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        var program = await browser.ProgramAsync(app);
        var address = EndSession(program.Id) + "&post_logout_redirect_uri=" + Uri.EscapeDataString(Programs.AfterLogout);

        using var back = await browser.GetAsync(address);
        using var again = await browser.GetAsync(address);

        Assert.Equal((Programs.AfterLogout, Programs.AfterLogout), (back.Headers.Location?.AbsoluteUri, again.Headers.Location?.AbsoluteUri));
        Assert.Equal("anonymous", await browser.TextAsync("/whoami"));
        Assert.Equal(1, Count(host, LoggedOut));
    }

    [Fact]
    public async Task Logout_by_a_program_shows_the_way_to_the_companys_logout_when_it_leads_nowhere_else()
    {
        await using var provider = await HostileProvider.StartAsync();
        await using var host = await IdentityHost.StartAsync(options => options.InsideProviders = true);
        provider.Discovery = document => document["end_session_endpoint"] = provider.Issuer + "/bye";
        await host.AddProviderAsync(CompanyLogin.Settings(provider.Issuer));
        var app = await host.AddAppAsync(ClientProof.Secret);
        using var browser = host.Browser();
        var sent = QueryHelpers.ParseQuery(new Uri(await browser.BeginAsync()).Query);
        provider.Nonce = sent["nonce"].ToString();
        provider.IdToken = _ => provider.Token(host.Clock.GetUtcNow());
        using var login = await browser.GetAsync($"{sent["redirect_uri"]}?code=abc&state={sent["state"]}");
        var program = await browser.ProgramAsync(app);

        var page = await browser.TextAsync(EndSession(program.Id));

        Assert.Contains($"<a href=\"{provider.Issuer}/bye?client_id=mentorcloud", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_ended_on_the_account_page_enters_the_audit_log_and_none_does_when_there_was_none()
    {
        await using var host = await IdentityHost.StartAsync();
        var ada = await host.AddAsync("ada@acme.example");
        using var here = host.Browser();
        using var there = host.Browser();
        using var one = await there.LogInAsync("acme", "ada@acme.example", People.Password);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        using var two = await here.LogInAsync("acme", "ada@acme.example", People.Password);
        var other = (await host.Get<ILoginSessions>().OfAsync(TestTenants.Acme, ada.Id, default))[1].Id;

        using var none = await here.SubmitAsync("/account", "/account/sessions/end", ("session", "0123"));
        var before = Count(host, Ended);
        using var ended = await here.SubmitAsync("/account", "/account/sessions/end", ("session", other));
        using var repeated = await here.SubmitAsync("/account", "/account/sessions/others");

        Assert.Equal("anonymous", await there.TextAsync("/whoami"));
        Assert.Equal((0, 1), (before, Count(host, Ended)));
        Assert.Equal($"user:{ada.Id}", host.Audit.Of(TestTenants.Acme).Single(entry => entry.Action == Ended).Actor);
    }

    [Fact]
    public async Task Logout_everywhere_else_takes_the_programs_of_the_other_sessions_along_and_none_of_this_one()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("ada@acme.example");
        var app = await host.AddAppAsync(ClientProof.Secret);
        using var http = host.Client();
        using var here = host.Browser();
        using var there = host.Browser();
        using var one = await there.LogInAsync("acme", "ada@acme.example", People.Password);
        var lost = await there.ProgramAsync(app);
        using var two = await here.LogInAsync("acme", "ada@acme.example", People.Password);
        var kept = await here.ProgramAsync(app);

        using var ended = await here.SubmitAsync("/account", "/account/sessions/others");

        Assert.Equal("anonymous", await TokenRequests.WhoAmIAsync(http, lost.Access));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (await http.RefreshAsync(app, lost.Refresh), await http.RefreshAsync(app, kept.Refresh)));
        Assert.Equal(1, Count(host, Ended));
    }

    private static string EndSession(string idToken) => "/connect/endsession?id_token_hint=" + idToken;

    private static int Count(IdentityHost host, string action) => host.Audit.Of(TestTenants.Acme).Count(entry => entry.Action == action);
}
