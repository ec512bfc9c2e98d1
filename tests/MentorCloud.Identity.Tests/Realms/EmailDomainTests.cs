using System.Net;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace MentorCloud.Identity.Tests.Realms;

/// <summary>Domains of tenants: claimed, proved by the DNS, and found by at login.</summary>
public class EmailDomainTests : OnAnyStore
{
    private readonly IDomainRecords _dns = Substitute.For<IDomainRecords>();

    public EmailDomainTests() => _dns.TextsAsync(default!, default).ReturnsForAnyArgs([]);

    [Fact]
    public async Task Domain_counts_once_its_record_is_in_the_dns_and_leads_its_people_home()
    {
        await using var host = await StartAsync();
        var domains = host.Get<IEmailDomains>();
        await host.AddAsync("ada@acme.example");
        using var browser = host.Browser();

        var claim = (await domains.ClaimAsync(TestTenants.Acme, People.Platform, " ACME.example ", default)).Value!;
        var early = await domains.VerifyAsync(TestTenants.Acme, People.Platform, "acme.example", default);
        using var before = await browser.LogInAsync("", "ada@acme.example", People.Password);
        _dns.TextsAsync(claim.RecordName, Arg.Any<CancellationToken>()).Returns(["v=spf1 -all", claim.RecordText]);
        var proved = await domains.VerifyAsync(TestTenants.Acme, People.Platform, "acme.example", default);
        using var after = await browser.LogInAsync("", "ada@acme.example", People.Password);

        Assert.Equal("_mentorcloud.acme.example", claim.RecordName);
        Assert.Equal(ErrorCodes.DomainUnproved, early.Refusal?.Code);
        Assert.NotNull(proved.Value?.VerifiedAt);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Found), (before.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task Proved_domain_is_one_tenants_alone_until_it_gives_it_up()
    {
        await using var host = await StartAsync();
        var domains = host.Get<IEmailDomains>();
        var theirs = (await domains.ClaimAsync(TestTenants.Borealis, People.Platform, "shared.example", default)).Value!;
        await domains.ConfirmAsync(TestTenants.Acme, People.Platform, "shared.example", default);
        _dns.TextsAsync(theirs.RecordName, Arg.Any<CancellationToken>()).Returns([theirs.RecordText]);

        var late = await domains.VerifyAsync(TestTenants.Borealis, People.Platform, "shared.example", default);
        var claim = await domains.ClaimAsync(TestTenants.Borealis, People.Platform, "shared.example", default);
        var released = await domains.ReleaseAsync(TestTenants.Acme, People.Platform, "shared.example", default);
        var then = await domains.VerifyAsync(TestTenants.Borealis, People.Platform, "shared.example", default);

        Assert.Equal((ErrorCodes.DomainTaken, ErrorCodes.DomainTaken, true), (late.Refusal?.Code, claim.Refusal?.Code, released));
        Assert.NotNull(then.Value?.VerifiedAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("acme")]
    [InlineData("аcme.example")]
    [InlineData("acme..example")]
    [InlineData("-acme.example")]
    [InlineData("acme.example/x")]
    [InlineData("acme.example\n")]
    [InlineData("192.168.1.1")]
    [InlineData("*.example")]
    public async Task Domain_that_is_none_is_refused(string domain)
    {
        await using var host = await StartAsync();

        Assert.Equal("domain", (await host.Get<IEmailDomains>().ClaimAsync(TestTenants.Acme, People.Platform, domain, default)).Refusal?.Field);
    }

    [Fact]
    public async Task Tenants_own_word_is_no_proof()
    {
        await using var host = await StartAsync();
        var admin = await host.AddAsync("boss@acme.example", Role.TenantAdmin);
        var by = Actor.User(admin.Tenant, admin.Id, admin.Roles);

        var confirmed = await host.Get<IEmailDomains>().ConfirmAsync(TestTenants.Acme, by, "acme.example", default);

        Assert.Equal(ErrorCodes.Forbidden, confirmed.Refusal?.Code);
    }

    private Task<IdentityHost> StartAsync() => StartAsync(more: services => services.AddSingleton(_dns));
}
