using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Federation;
using MentorCloud.Identity.Tests.Hosting;

namespace MentorCloud.Identity.Tests.Federation;

/// <summary>Which account somebody gets whom the company's provider let in, and that nobody gets another's by it.</summary>
public class AccountTyingTests : OnAnyStore
{
    private const string Issuer = "https://login.acme.example";

    [Theory]
    [InlineData("an address that the provider does not answer for", "ada@acme.example", false, false)]
    [InlineData("false counts even where the administrator trusts the provider", "ada@acme.example", false, true)]
    [InlineData("an address of which it says nothing", "ada@acme.example", null, false)]
    [InlineData("an address in a domain that is not the tenant's", "ada@elsewhere.example", true, false)]
    [InlineData("a domain under the tenant's", "ada@sub.acme.example", true, false)]
    [InlineData("a domain that ends like the tenant's", "ada@notacme.example", true, false)]
    [InlineData("a look-alike letter", "ada@аcme.example", true, false)]
    [InlineData("two addresses in one", "ada@evil.example@acme.example", true, false)]
    [InlineData("a line break", "ada@acme.example\r\nBcc: x@evil.example", true, false)]
    [InlineData("none", null, true, false)]
    public async Task Address_ties_an_account_only_when_it_is_proved(string what, string? email, bool? verified, bool answers)
    {
        await using var host = await StartAsync();
        await host.AddAsync("ada@acme.example", Role.TenantAdmin);
        await host.AddAsync("ada@elsewhere.example", Role.TenantAdmin);
        var provider = await host.AddProviderAsync(CompanyLogin.Settings(Issuer) with { AnswersForEmails = answers });

        var (account, problem) = await host.Get<FederatedAccounts>().FindAsync(provider, Person("s1", email, verified), default);

        Assert.True(account is null && problem == FederationProblem.Address, what);
    }

    [Fact]
    public async Task Address_ties_once_and_a_successor_with_the_same_address_gets_nothing()
    {
        await using var host = await StartAsync();
        var ada = await host.AddAsync("ada@acme.example");
        var provider = await host.AddProviderAsync(CompanyLogin.Settings(Issuer));
        var people = host.Get<FederatedAccounts>();

        var first = await people.FindAsync(provider, Person("s1", "ADA@acme.example", true), default);
        var renamed = await people.FindAsync(provider, Person("s1", "other@acme.example", false), default);
        var successor = await people.FindAsync(provider, Person("s2", "ada@acme.example", true), default);

        Assert.Equal((ada.Id, ada.Id), (first.Account!.Id, renamed.Account!.Id));
        Assert.Equal((null, FederationProblem.OtherPerson), successor);
    }

    [Fact]
    public async Task Invited_person_is_active_after_the_first_login()
    {
        await using var host = await StartAsync();
        await host.AddAsync("ada@acme.example", password: null);
        var provider = await host.AddProviderAsync(CompanyLogin.Settings(Issuer) with { CreatesAccounts = false, AnswersForEmails = true });

        var (account, _) = await host.Get<FederatedAccounts>().FindAsync(provider, Person("s1", "ada@acme.example", null), default);

        Assert.Equal(AccountStatus.Active, (await host.Accounts.FindAsync(TestTenants.Acme, account!.Id, default))!.Status);
        Assert.Contains(host.Audit.Of(TestTenants.Acme), entry => entry.Action == "Account.TiedToProvider");
    }

    [Fact]
    public async Task Invitation_of_a_person_works_no_more_after_their_login_and_anothers_does()
    {
        await using var host = await StartAsync();
        var ada = await host.Accounts.InviteAsync(TestTenants.Acme, People.Platform, new("ada@acme.example", "Ada", Role.Mentor), default);
        var bo = await host.Accounts.InviteAsync(TestTenants.Acme, People.Platform, new("bo@acme.example", "Bo", Role.Mentor), default);
        var provider = await host.AddProviderAsync(CompanyLogin.Settings(Issuer));

        var (account, _) = await host.Get<FederatedAccounts>().FindAsync(provider, Person("s1", "ada@acme.example", true), default);
        var late = await host.Accounts.AcceptInvitationAsync(ada.Value!.Token, People.Password, default);
        var other = await host.Accounts.AcceptInvitationAsync(bo.Value!.Token, People.Password, default);

        Assert.Equal((AccountStatus.Active, ErrorCodes.InvitationInvalid), (account!.Status, late.Refusal?.Code));
        Assert.Equal(AccountStatus.Active, other.Value?.Status);
    }

    [Fact]
    public async Task Closed_account_stays_closed_whatever_the_provider_says()
    {
        await using var host = await StartAsync();
        var ada = await host.AddAsync("ada@acme.example");
        var provider = await host.AddProviderAsync(CompanyLogin.Settings(Issuer));
        var people = host.Get<FederatedAccounts>();
        await people.FindAsync(provider, Person("s1", "ada@acme.example", true), default);
        await host.Accounts.CloseAsync(TestTenants.Acme, People.Platform, ada.Id, default);

        Assert.Equal((null, FederationProblem.Closed), await people.FindAsync(provider, Person("s1", "ada@acme.example", true), default));
    }

    [Fact]
    public async Task Platform_operator_is_nobodys_in_a_companys_login()
    {
        await using var host = await StartAsync();
        await host.AddAsync("op@acme.example", Role.PlatformOperator);
        var provider = await host.AddProviderAsync(CompanyLogin.Settings(Issuer));

        var (account, problem) = await host.Get<FederatedAccounts>().FindAsync(provider, Person("s1", "op@acme.example", true), default);

        Assert.Equal((null, FederationProblem.OtherPerson), (account, problem));
    }

    [Fact]
    public async Task Suspended_tenant_gets_no_new_accounts()
    {
        await using var host = await StartAsync();
        var provider = await host.AddProviderAsync(CompanyLogin.Settings(Issuer), TestTenants.Borealis);
        await host.Get<IEmailDomains>().ConfirmAsync(TestTenants.Borealis, People.Platform, "borealis.example", default);

        var (account, problem) = await host.Get<FederatedAccounts>().FindAsync(provider, Person("s1", "bo@borealis.example", true), default);

        Assert.Equal((null, FederationProblem.NoAccount), (account, problem));
    }

    [Fact]
    public async Task Last_administrator_stays_one_when_the_groups_say_otherwise()
    {
        await using var host = await StartAsync();
        await host.AddAsync("ada@acme.example", Role.TenantAdmin);
        var provider = await host.AddProviderAsync(CompanyLogin.Settings(Issuer) with { GroupClaim = "groups", Groups = [new("g", Role.Mentor)] });

        var (account, _) = await host.Get<FederatedAccounts>().FindAsync(
            provider, Person("s1", "ada@acme.example", true) with { Groups = ["g"] }, default);

        Assert.Equal(Role.TenantAdmin | Role.Mentor, account!.Roles);
    }

    private static ProviderPerson Person(string subject, string? email, bool? verified) => new(Issuer, subject, email, verified, "Ada", [], []);
}
