using MentorCloud.Identity.Outside;
using MentorCloud.Identity.Tests.Federation;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Tokens;

namespace MentorCloud.Identity.Tests.Outside;

/// <summary>Another authority instead of ours: npm oidc-provider, which we did not write.</summary>
public sealed class OidcAuthorityTests
{
    [Fact]
    public async Task Tokens_of_an_outside_authority_stand_for_our_people_and_for_its_clients()
    {
        await using var company = await CompanyProvider.StartAsync();
        await using var host = await IdentityHost.StartAsync(
            options => options.OutsideAuthority = new OutsideAuthorityOptions { Authority = new Uri(company.Issuer) }, clock: TimeProvider.System);
        var ada = await host.AddAsync("ada@acme.example");
        using var http = host.Client();

        var robot = await company.AccessTokenAsync(new { tenant = "acme" });
        var person = await company.AccessTokenAsync(new { tenant = TestTenants.Acme.ToString(), email = "ada@acme.example" });
        var stranger = await company.AccessTokenAsync(new { tenant = "acme", email = "nobody@acme.example" });
        var homeless = await company.AccessTokenAsync(new { tenant = "unknown" });
        var misled = await company.AccessTokenAsync(new { tenant = "acme" }, audience: "somebody-else");

        Assert.Equal("client:robot", await TokenRequests.WhoAmIAsync(http, robot));
        Assert.Equal($"user:{ada.Id}", await TokenRequests.WhoAmIAsync(http, person));
        foreach (var refused in (string[])[stranger, homeless, misled])
        {
            Assert.Equal("anonymous", await TokenRequests.WhoAmIAsync(http, refused));
        }
    }
}
