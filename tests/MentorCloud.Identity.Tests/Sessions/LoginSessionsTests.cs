using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Identity.Tests.Hosting;

namespace MentorCloud.Identity.Tests.Sessions;

/// <summary>Sessions as an administrator and their owner handle them.</summary>
public class LoginSessionsTests : OnAnyStore
{
    [Fact]
    public async Task Administrator_sees_sessions_and_ends_one_or_all()
    {
        await using var host = await StartAsync();
        var ada = await host.AddAsync("ada@acme.example");
        using var first = host.Browser();
        using var second = host.Browser();
        using var one = await first.LogInAsync("acme", "ada@acme.example", People.Password);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        using var two = await second.LogInAsync("acme", "ada@acme.example", People.Password);
        var sessions = host.Get<ILoginSessions>();

        var listed = await sessions.OfAsync(TestTenants.Acme, ada.Id, default);
        var foreign = await sessions.OfAsync(TestTenants.Borealis, ada.Id, default);
        var unknown = await sessions.EndAsync(TestTenants.Borealis, People.Platform, ada.Id, null, default);
        await sessions.EndAsync(TestTenants.Acme, People.Platform, ada.Id, listed[1].Id, default);
        var afterOne = (await first.TextAsync("/whoami"), await second.TextAsync("/whoami"));
        await sessions.EndAsync(TestTenants.Acme, People.Platform, ada.Id, null, default);

        Assert.Equal((2, 0, false), (listed.Count, foreign.Count, unknown));
        Assert.Equal(("anonymous", $"user:{ada.Id}"), afterOne);
        Assert.Equal("anonymous", await second.TextAsync("/whoami"));
        Assert.Equal(2, host.Audit.Of(TestTenants.Acme).Count(entry => entry.Action == "Account.SessionsEnded"));
    }

    [Fact]
    public async Task Person_logs_out_everywhere_else()
    {
        await using var host = await StartAsync();
        await host.AddAsync("ada@acme.example", Role.Mentor);
        using var here = host.Browser();
        using var there = host.Browser();
        using var one = await here.LogInAsync("acme", "ada@acme.example", People.Password);
        using var two = await there.LogInAsync("acme", "ada@acme.example", People.Password);

        using var ended = await here.SubmitAsync("/account", "/account/sessions/others");

        Assert.StartsWith("user:", await here.TextAsync("/whoami"), StringComparison.Ordinal);
        Assert.Equal("anonymous", await there.TextAsync("/whoami"));
    }
}
