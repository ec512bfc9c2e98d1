using System.Net;
using System.Text.RegularExpressions;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Tests.Hosting;

namespace MentorCloud.Identity.Tests.Federation;

/// <summary>What a person does who logs in by their company's account, and what an administrator did before.</summary>
internal static partial class CompanyLogin
{
    public const string ClientId = "mentorcloud";
    public const string Secret = "a secret & more: 100%";

    public static LoginProviderSettings Settings(string issuer, ProviderProof proof = ProviderProof.SecretBasic) => new(issuer, ClientId, proof)
    {
        CreatesAccounts = true, DefaultRoles = Role.Mentor,
    };

    public static async Task<LoginProvider> AddProviderAsync(this IdentityHost host, LoginProviderSettings settings, TenantId? tenant = null)
    {
        var own = tenant ?? TestTenants.Acme;
        var set = await host.Get<ILoginProviders>().SetAsync(
            own, People.Platform, settings, settings.Proof == ProviderProof.PrivateKey ? null : Secret, default);
        if (own == TestTenants.Acme)
        {
            await host.Get<IEmailDomains>().ConfirmAsync(own, Actor.System(own, "test"), "acme.example", default);
        }

        return set.Value ?? throw new InvalidOperationException(set.Refusal!.Message);
    }

    /// <summary>Sends the login form to the company's provider; the address that the page leads on to.</summary>
    public static async Task<string> BeginAsync(this Browser browser, string tenant = "acme", string email = "", string page = "/login")
    {
        using var answer = await browser.SubmitAsync(page, "/login/provider", ("tenant", tenant), ("email", email));
        return Onward(await answer.Content.ReadAsStringAsync());
    }

    public static string Onward(string html) => WebUtility.HtmlDecode(Refresh().Match(html).Groups[1].Value);

    /// <summary>Follows the provider's redirects; our own address with its answer.</summary>
    public static async Task<string> AtProviderAsync(this Browser browser, string address)
    {
        var next = new Uri(address);
        for (var step = 0; step < 10 && next.Authority != browser.Address.Authority; step++)
        {
            using var answer = await browser.GetAsync(next.AbsoluteUri);
            next = answer.Headers.Location is { } location
                ? new Uri(next, location)
                : throw new InvalidOperationException($"{next} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }

        return next.AbsoluteUri;
    }

    /// <summary>All of it.</summary>
    public static async Task<HttpResponseMessage> LogInAtCompanyAsync(this Browser browser, string email = "") =>
        await browser.GetAsync(await browser.AtProviderAsync(await browser.BeginAsync(email.Length > 0 ? string.Empty : "acme", email)));

    [GeneratedRegex("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"")]
    private static partial Regex Refresh();
}
