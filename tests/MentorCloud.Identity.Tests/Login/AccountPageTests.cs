using System.Net;
using System.Text.RegularExpressions;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Login;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace MentorCloud.Identity.Tests.Login;

public sealed partial class AccountPageTests
{
    [Fact]
    public async Task Sessions_are_listed_and_another_of_ones_own_can_be_ended()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("ada@acme.example");
        using var here = host.Browser();
        using var there = host.Browser();
        using var first = await here.LogInAsync("acme", "ada@acme.example", People.Password);
        using var second = await there.LogInAsync("acme", "ada@acme.example", People.Password);
        var others = SessionField().Matches(await here.TextAsync("/account"));

        using var ended = await here.SubmitAsync("/account", "/account/sessions/end", ("session", Assert.Single(others).Groups[1].Value));

        Assert.Equal("anonymous", await there.TextAsync("/whoami"));
        Assert.StartsWith("user:", await here.TextAsync("/whoami"), StringComparison.Ordinal);
        Assert.Empty(SessionField().Matches(await here.TextAsync("/account")));
    }

    [Fact]
    public async Task Session_of_somebody_else_cannot_be_ended()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("ada@acme.example");
        await host.AddAsync("eve@acme.example");
        using var ada = host.Browser();
        using var adaElsewhere = host.Browser();
        using var eve = host.Browser();
        using var a = await ada.LogInAsync("acme", "ada@acme.example", People.Password);
        using var b = await adaElsewhere.LogInAsync("acme", "ada@acme.example", People.Password);
        using var c = await eve.LogInAsync("acme", "eve@acme.example", People.Password);
        var target = SessionField().Match(await ada.TextAsync("/account")).Groups[1].Value;

        using var ended = await eve.SubmitAsync("/account", "/account/sessions/end", ("session", target));

        Assert.StartsWith("user:", await adaElsewhere.TextAsync("/whoami"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_is_changed_with_the_old_one_and_ends_every_session()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("ada@acme.example");
        using var here = host.Browser();
        using var login = await here.LogInAsync("acme", "ada@acme.example", People.Password);

        using var wrong = await here.SubmitAsync("/account", "/account/password", ("password", "wrong"), ("new", "a brand new long phrase"));
        using var weak = await here.SubmitAsync("/account", "/account/password", ("password", People.Password), ("new", "password1234"));
        using var changed = await here.SubmitAsync("/account", "/account/password", ("password", People.Password), ("new", "a brand new long phrase"));
        var after = await here.TextAsync("/whoami");
        using var again = await here.LogInAsync("acme", "ada@acme.example", "a brand new long phrase");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (wrong.StatusCode, weak.StatusCode, changed.StatusCode));
        Assert.Equal(("anonymous", HttpStatusCode.Redirect), (after, again.StatusCode));
    }

    [Fact]
    public async Task Account_page_without_a_login_leads_to_the_login_and_back()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Add("Accept", "text/html");

        using var answer = await browser.SendAsync(request);

        Assert.Equal((HttpStatusCode.Redirect, "/login?return=%2Faccount"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Forgotten_password_is_renewed_by_the_mailed_link_and_tells_nobody_who_has_an_account()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("ada@acme.example");
        await host.AddAsync("invited@acme.example", password: null);
        using var browser = host.Browser();

        var answers = new HashSet<string>();
        foreach (var (company, email) in new[] { ("acme", "ada@acme.example"), ("acme", "nobody@acme.example"), ("acme", "invited@acme.example"), ("unknown", "ada@acme.example") })
        {
            using var answer = await browser.SubmitAsync("/reset", "/reset", ("tenant", company), ("email", email));
            answers.Add(await answer.Content.ReadAsStringAsync());
        }

        await host.Get<ResetLetters>().WrittenAsync();
        var mail = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "outbox"))));
        var link = new Uri(LinkInMail().Match(mail).Value);
        using var set = await browser.SubmitAsync(link.PathAndQuery, "/invitation", ("password", "a brand new long phrase"));
        using var old = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        using var login = await browser.LogInAsync("acme", "ada@acme.example", "a brand new long phrase");

        Assert.Single(answers);
        Assert.StartsWith("To: ada@acme.example\r\n", mail, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Redirect), (set.StatusCode, old.StatusCode, login.StatusCode));
    }

    [Fact]
    public async Task Mailbox_cannot_be_flooded()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("ada@acme.example");
        using var browser = host.Browser();

        for (var request = 0; request < 12; request++)
        {
            using var answer = await browser.SubmitAsync("/reset", "/reset", ("tenant", "acme"), ("email", "ada@acme.example"));
        }

        await host.Get<ResetLetters>().WrittenAsync();
        Assert.True(Directory.GetFiles(Path.Combine(host.Folder, "outbox")).Length <= 4);
    }

    [Fact]
    public async Task Answer_to_a_forgotten_password_waits_for_nothing_that_depends_on_the_account()
    {
        var sent = new TaskCompletionSource();
        var mail = Substitute.For<IAccountMail>();
        mail.SendAsync(default!, default).ReturnsForAnyArgs(sent.Task);
        await using var host = await IdentityHost.StartAsync(more: services => services.AddSingleton(mail));
        await host.AddAsync("ada@acme.example");
        using var browser = host.Browser();

        // The letter cannot be sent yet, and still the person has the answer.
        using var answer = await browser.SubmitAsync("/reset", "/reset", ("tenant", "acme"), ("email", "ada@acme.example"));
        sent.SetResult();
        await host.Get<ResetLetters>().WrittenAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await mail.ReceivedWithAnyArgs(1).SendAsync(default!, default);
    }

    [GeneratedRegex("name=\"session\" value=\"([0-9a-f]{32})\"")]
    private static partial Regex SessionField();

    [GeneratedRegex("http://[^\\s]+/invitation\\?token=[^\\s]+")]
    private static partial Regex LinkInMail();
}
