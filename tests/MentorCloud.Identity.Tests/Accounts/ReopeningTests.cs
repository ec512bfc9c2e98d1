using System.Net;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Federation;
using MentorCloud.Identity.Tests.Federation;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Scim;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace MentorCloud.Identity.Tests.Accounts;

/// <summary>Closed accounts that are opened again, and commands that come twice.</summary>
public class ReopeningTests : OnAnyStore
{
    private const string Issuer = "https://login.acme.example";

    [Fact]
    public async Task Closed_account_comes_back_without_its_password()
    {
        await using var host = await StartAsync();
        var ada = await host.AddAsync("ada@acme.example");
        await host.Accounts.CloseAsync(TestTenants.Acme, People.Platform, ada.Id, default);

        var opened = await host.Accounts.ReopenAsync(TestTenants.Acme, People.Platform, ada.Id, default);
        var again = await host.Accounts.ReopenAsync(TestTenants.Acme, People.Platform, ada.Id, default);
        using var browser = host.Browser();
        using var old = await browser.LogInAsync("acme", "ada@acme.example", People.Password);

        Assert.Equal((AccountStatus.Invited, AccountStatus.Invited), (opened.Value!.Status, again.Value!.Status));
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "outbox")));
    }

    [Theory]
    [InlineData("by an administrator")]
    [InlineData("by the directory")]
    public async Task Person_of_the_companys_login_comes_back_by_it_whoever_opens_the_account(string way)
    {
        await using var host = await StartAsync();
        using var directory = await DirectoryClient.ConnectAsync(host);
        var ada = await host.AddAsync("ada@acme.example", password: null);
        var provider = await host.AddProviderAsync(CompanyLogin.Settings(Issuer));
        await LogInAsync(host, provider, "s1", "ada@acme.example");

        await OpenAgainAsync(host, directory, way, ada.Id);
        var waiting = await host.Accounts.FindAsync(TestTenants.Acme, ada.Id, default);
        var let = await LogInAsync(host, provider, "s1", "ada@acme.example");
        var successor = await LogInAsync(host, provider, "s2", "ada@acme.example");

        Assert.Equal((AccountStatus.Invited, ada.Id, AccountStatus.Active), (waiting!.Status, let.Account!.Id, let.Account.Status));
        Assert.Equal(AccountStatus.Active, (await host.Accounts.FindAsync(TestTenants.Acme, ada.Id, default))!.Status);
        Assert.Equal((null, FederationProblem.OtherPerson), successor);
        Assert.Empty(Letters(host));
    }

    [Theory]
    [InlineData("by an administrator", "ada@acme.example", false, 0)]
    [InlineData("by an administrator", "ada@elsewhere.example", false, 1)]
    [InlineData("by an administrator", "ada@elsewhere.example", true, 0)]
    [InlineData("by the directory", "ada@acme.example", false, 0)]
    [InlineData("by the directory", "ada@elsewhere.example", false, 1)]
    [InlineData("by the directory", "ada@elsewhere.example", true, 0)]
    public async Task Account_opened_again_is_invited_to_a_password_only_where_the_companys_login_lets_the_person_not_in(
        string way, string email, bool isEnforced, int letters)
    {
        await using var host = await StartAsync();
        using var directory = await DirectoryClient.ConnectAsync(host);
        var admin = await host.AddAsync("admin@acme.example", Role.TenantAdmin);
        var ada = await host.AddAsync(email);
        await host.AddProviderAsync(CompanyLogin.Settings(Issuer) with { IsEnforced = isEnforced, EmergencyAccounts = [admin.Id] });

        await OpenAgainAsync(host, directory, way, ada.Id);

        Assert.Equal(AccountStatus.Invited, (await host.Accounts.FindAsync(TestTenants.Acme, ada.Id, default))!.Status);
        Assert.Equal(letters, Letters(host).Length);
    }

    [Fact]
    public async Task Account_whose_address_is_somebody_elses_or_whose_person_was_erased_stays_closed()
    {
        await using var host = await StartAsync();
        var ada = await host.AddAsync("ada@acme.example");
        await host.Accounts.CloseAsync(TestTenants.Acme, People.Platform, ada.Id, default);
        await host.AddAsync("ada@acme.example");
        var person = EntityId.New<ParticipantId>(host.Clock.GetUtcNow());
        var erased = await host.AddAsync("bo@acme.example");
        await host.Accounts.LinkParticipantAsync(TestTenants.Acme, People.Platform, erased.Id, person, default);
        await host.Accounts.EraseAsync(TestTenants.Acme, People.Platform, person, default);

        var taken = await host.Accounts.ReopenAsync(TestTenants.Acme, People.Platform, ada.Id, default);
        var gone = await host.Accounts.ReopenAsync(TestTenants.Acme, People.Platform, erased.Id, default);
        var foreign = await host.Accounts.ReopenAsync(TestTenants.Borealis, People.Platform, ada.Id, default);

        Assert.Equal(
            (ErrorCodes.AccountEmailTaken, ErrorCodes.NotFound, ErrorCodes.NotFound), (taken.Refusal?.Code, gone.Refusal?.Code, foreign.Refusal?.Code));
    }

    [Fact]
    public async Task Invitation_repeated_with_the_same_command_mails_once()
    {
        await using var host = await StartAsync();
        var command = EntityId.New<CommandId>(host.Clock.GetUtcNow());
        var wanted = new NewAccount("ada@acme.example", "Ada", Role.Mentor);

        var first = await host.Accounts.InviteAsync(TestTenants.Acme, People.Platform, command, wanted, default);
        var second = await host.Accounts.InviteAsync(TestTenants.Acme, People.Platform, command, wanted, default);
        var other = await host.Accounts.InviteAsync(TestTenants.Acme, People.Platform, command, wanted with { DisplayName = "Eve" }, default);

        Assert.Equal(first.Value!.Id, second.Value!.Id);
        Assert.Equal(ErrorCodes.IdempotencyKeyReused, other.Refusal?.Code);
        Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "outbox")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Invitation_cut_off_at_its_letter_and_repeated_has_one_link_and_it_works(bool letterLeft)
    {
        var links = new List<string>();
        var mail = Substitute.For<IAccountMail>();
        mail.SendAsync(default!, default).ReturnsForAnyArgs(call =>
        {
            var text = call.Arg<AccountMail>().Text;
            var isFirst = links.Count == 0;
            links.Add(isFirst && !letterLeft ? string.Empty : text[text.IndexOf("token=", StringComparison.Ordinal)..].Split('\n')[0].Trim()["token=".Length..]);
            return isFirst ? Task.FromException(new IOException("The server went down.")) : Task.CompletedTask;
        });
        await using var host = await IdentityHost.StartAsync(more: services => services.AddSingleton(mail));
        var command = EntityId.New<CommandId>(host.Clock.GetUtcNow());
        var wanted = new NewAccount("ada@acme.example", "Ada", Role.Mentor);

        await Assert.ThrowsAsync<IOException>(() => host.Accounts.InviteAsync(TestTenants.Acme, People.Platform, command, wanted, default));
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await host.Accounts.InviteAsync(TestTenants.Acme, People.Platform, command, wanted, default);
        var third = await host.Accounts.InviteAsync(TestTenants.Acme, People.Platform, command, wanted, default);
        var accepted = await host.Accounts.AcceptInvitationAsync(links[letterLeft ? 0 : 1], People.Password, default);

        Assert.Equal(second.Value!.Id, third.Value!.Id);
        Assert.Equal(2, links.Count);
        Assert.Single(links.Where(link => link.Length > 0).Distinct());
        Assert.Equal((AccountStatus.Active, second.Value.Id), (accepted.Value!.Status, accepted.Value.Id));
    }

    [Fact]
    public async Task Client_made_by_the_same_command_many_times_at_once_is_one_and_its_secret_shown_once()
    {
        await using var host = await StartAsync();
        var command = EntityId.New<CommandId>(host.Clock.GetUtcNow());

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            host.Clients.CreateAsync(TestTenants.Acme, People.Platform, command, "Payroll", Scope.ProgramsRead, default)));

        Assert.Single(made.Select(reply => reply.Value!.Client.ClientId).Distinct());
        Assert.Single(made, reply => reply.Value!.Secret is not null);
    }

    [Fact]
    public async Task Program_registered_by_the_same_command_many_times_at_once_is_one_and_its_secret_shown_once()
    {
        await using var host = await IdentityHost.StartAsync();
        var command = EntityId.New<CommandId>(host.Clock.GetUtcNow());
        var program = new NewAppClient("Planner", ClientProof.Secret, ["https://planner.example/back"], [], Scope.None, null);

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            host.Get<IAppClients>().RegisterAsync(TestTenants.Acme, People.Platform, command, program, default))));

        Assert.Single(made.Select(reply => reply.Value!.Client.ClientId).Distinct());
        Assert.Single(made, reply => reply.Value!.Secret is not null);
    }

    private static string[] Letters(IdentityHost host) =>
        Directory.Exists(Path.Combine(host.Folder, "outbox")) ? Directory.GetFiles(Path.Combine(host.Folder, "outbox")) : [];

    private static Task<(Account? Account, FederationProblem Problem)> LogInAsync(IdentityHost host, LoginProvider provider, string subject, string email) =>
        host.Get<FederatedAccounts>().FindAsync(provider, new ProviderPerson(Issuer, subject, email, true, "Ada", [], []), default);

    private static async Task OpenAgainAsync(IdentityHost host, DirectoryClient directory, string way, AccountId account)
    {
        if (way == "by the directory")
        {
            var off = await directory.SendAsync("PATCH", $"/Users/{account}", DirectoryClient.Patch(DirectoryClient.Operation("replace", "active", false)));
            var on = await directory.SendAsync("PATCH", $"/Users/{account}", DirectoryClient.Patch(DirectoryClient.Operation("replace", "active", true)));
            Assert.Equal((HttpStatusCode.OK, "false", HttpStatusCode.OK, "true"), (off.Status, off.Body?["active"]?.ToString(), on.Status, on.Body?["active"]?.ToString()));
            return;
        }

        var closed = await host.Accounts.CloseAsync(TestTenants.Acme, People.Platform, account, default);
        var opened = await host.Accounts.ReopenAsync(TestTenants.Acme, People.Platform, account, default);
        Assert.Equal((AccountStatus.Closed, AccountStatus.Invited), (closed.Value?.Status, opened.Value?.Status));
    }
}
