using System.Net;
using MentorCloud.Identity.Passkeys;
using MentorCloud.Identity.Tests.Hosting;

namespace MentorCloud.Identity.Tests.Passkeys;

/// <summary>A credential id is not secret: whoever learns one must not get at its account.</summary>
public sealed class CredentialIdTests
{
    private static readonly byte[] Id = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    [Fact]
    public async Task Credential_id_of_a_colleague_cannot_be_registered_with_another_key()
    {
        await using var host = await IdentityHost.StartAsync();
        var ada = await host.AddAsync("ada@acme.example");
        await host.AddAsync("eve@acme.example");
        using var hers = new SoftAuthenticator(Id);
        using var forged = new SoftAuthenticator(Id);

        using var registered = await RegisterAsync(host, hers, "ada@acme.example");
        using var taken = await RegisterAsync(host, forged, "eve@acme.example");
        var thief = await LogInAsync(host, forged, PasskeyStore.UserId(ada));
        var owner = await LogInAsync(host, hers, PasskeyStore.UserId(ada));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Unauthorized), (registered.StatusCode, taken.StatusCode));
        Assert.Equal(("anonymous", $"user:{ada.Id}"), (thief, owner));
        Assert.Single(host.Audit.Of(TestTenants.Acme), entry => entry.Action == "Account.PasskeyAdded");
    }

    [Fact]
    public async Task Credential_id_of_ones_own_is_registered_once()
    {
        await using var host = await IdentityHost.StartAsync();
        var ada = await host.AddAsync("ada@acme.example");
        using var first = new SoftAuthenticator(Id);
        using var second = new SoftAuthenticator(Id);

        using var registered = await RegisterAsync(host, first, "ada@acme.example");
        using var again = await RegisterAsync(host, second, "ada@acme.example");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Unauthorized), (registered.StatusCode, again.StatusCode));
        Assert.Equal("anonymous", await LogInAsync(host, second, PasskeyStore.UserId(ada)));
        Assert.Equal($"user:{ada.Id}", await LogInAsync(host, first, PasskeyStore.UserId(ada)));
    }

    private static async Task<HttpResponseMessage> RegisterAsync(IdentityHost host, SoftAuthenticator authenticator, string email)
    {
        using var browser = host.Browser();
        using var login = await browser.LogInAsync("acme", email, People.Password);
        return await authenticator.RegisterAsync(browser, People.Password);
    }

    /// <summary>As whom the browser is logged in afterwards.</summary>
    private static async Task<string> LogInAsync(IdentityHost host, SoftAuthenticator authenticator, string userId)
    {
        using var browser = host.Browser();
        using var answer = await authenticator.LogInAsync(browser, userId);
        return await browser.TextAsync("/whoami");
    }
}
