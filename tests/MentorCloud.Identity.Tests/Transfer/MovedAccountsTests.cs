using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Federation;
using MentorCloud.Identity.Mfa;
using MentorCloud.Identity.Passkeys;
using MentorCloud.Identity.Realms;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Scim;
using MentorCloud.Identity.Transfer;
using Microsoft.AspNetCore.Identity;

namespace MentorCloud.Identity.Tests.Transfer;

public sealed class MovedAccountsTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    /// <summary>Belong to the old address or end by themselves (docs/adr/0076), or are asked for anew (docs/adr/0102).</summary>
    private static readonly string[] StayBehind =
    [
        nameof(SessionRecord), nameof(GrantRecord), nameof(GrantSecretRecord), nameof(OneTimeTokenRecord), nameof(PushedRequestRecord), nameof(SpentTokenRecord),
        nameof(CommandRecord), nameof(ConsentRecord),
    ];

    private static readonly string[] Moved =
    [
        nameof(AccountRecord), nameof(ClientRecord), nameof(AuthenticatorRecord), nameof(RecoveryCodeRecord), nameof(OutsideLoginRecord), nameof(LoginRulesRecord),
        nameof(LoginProviderRecord), nameof(EmailDomainRecord), nameof(PasskeyRecord),
        nameof(DirectoryUserRecord), nameof(DirectoryGroupRecord), nameof(DirectoryMemberRecord), nameof(DirectorySettingsRecord),
    ];

    [Fact]
    public async Task Record_of_a_tenant_travels_or_is_named_here()
    {
        await using var host = await IdentityHost.StartAsync();
        await using var context = await host.Get<AccountsStore>().OpenAsync(TestTenants.Acme, default);

        var records = context.Model.GetEntityTypes().Where(type => type.FindProperty("Tenant") is not null).Select(type => type.ClrType.Name).ToList();

        Assert.Empty(records.Except(Moved).Except(StayBehind));
    }

    [Fact]
    public async Task Second_factor_moves_under_another_servers_key_and_to_its_account_alone()
    {
        await using var from = await IdentityHost.StartAsync();
        await using var to = await IdentityHost.StartAsync();
        var account = await from.AddAsync("ada@acme.example");
        var secret = (await from.Get<Authenticators>().BeginAsync(account, default))!;
        var lines = await from.Get<IAccountTransfer>().ExportAsync(account.Tenant, Key, default);

        Assert.True(await to.Get<IAccountTransfer>().ImportAsync(account.Tenant, lines, Key, default));
        Assert.False(await to.Get<IAccountTransfer>().ImportAsync(account.Tenant, lines, Key, default));

        Assert.Equal(account, await to.Accounts.FindAsync(account.Tenant, account.Id, default));
        var code = Totp.CodeAt(secret, Totp.StepAt(to.Clock.GetUtcNow()));
        Assert.NotNull(await to.Get<Authenticators>().ConfirmAsync(account, code, default));
    }

    [Fact]
    public async Task Login_of_a_company_moves_with_its_secret_and_its_domains()
    {
        await using var from = await IdentityHost.StartAsync();
        await using var to = await IdentityHost.StartAsync();
        var account = await from.AddAsync("ada@acme.example");
        var settings = new LoginProviderSettings("https://login.acme.example", "mentoring", ProviderProof.SecretBasic);
        Assert.False((await from.Get<ILoginProviders>().SetAsync(account.Tenant, People.Platform, settings, "the company's secret", default)).IsRefused);
        await from.Get<IEmailDomains>().ConfirmAsync(account.Tenant, People.Platform, "acme.example", default);
        await from.Get<IEmailDomains>().ConfirmAsync(account.Tenant, People.Platform, "shared.example", default);
        await to.Get<IEmailDomains>().ConfirmAsync(TestTenants.Borealis, Actor.System(TestTenants.Borealis, "test"), "shared.example", default);
        var lines = await from.Get<IAccountTransfer>().ExportAsync(account.Tenant, Key, default);

        Assert.True(await to.Get<IAccountTransfer>().ImportAsync(account.Tenant, lines, Key, default));

        Assert.DoesNotContain(lines, line => line.Row.GetRawText().Contains("the company", StringComparison.Ordinal));
        Assert.Equal(settings.Issuer, (await to.Get<ILoginProviders>().FindAsync(account.Tenant, default))!.Settings.Issuer);
        Assert.Equal("the company's secret", await to.Get<LoginProviderBook>().SecretAsync(account.Tenant, default));
        Assert.Equal(account.Tenant, await to.Get<EmailDomainBook>().OwnerAsync("acme.example", default));
        Assert.Equal(TestTenants.Borealis, await to.Get<EmailDomainBook>().OwnerAsync("shared.example", default));
        Assert.Contains(await to.Get<IEmailDomains>().ListAsync(account.Tenant, default), domain => domain is { Domain: "shared.example", VerifiedAt: null });
    }

    [Theory]
    [InlineData("https://mentoring.example", 0)]
    [InlineData("https://elsewhere.example", 1)]
    public async Task Passkeys_move_where_the_address_stays_and_are_counted_where_not(string address, int leftOut)
    {
        await using var from = await IdentityHost.StartAsync(options => options.Issuer = new Uri("https://mentoring.example"));
        await using var to = await IdentityHost.StartAsync(options => options.Issuer = new Uri(address));
        var account = await from.AddAsync("ada@acme.example");
        var passkey = new UserPasskeyInfo([1, 2, 3], [4], from.Clock.GetUtcNow(), 0, null, true, false, false, [], []) { Name = "Laptop" };
        await from.Get<PasskeyStore>().AddAsync((await from.Get<PasskeyStore>().FindByIdAsync(PasskeyStore.UserId(account), default))!, passkey, default);
        var lines = await from.Get<IAccountTransfer>().ExportAsync(account.Tenant, Key, default);

        Assert.True(await to.Get<IAccountTransfer>().ImportAsync(account.Tenant, lines, Key, default));

        Assert.Equal(leftOut, to.Get<IAccountTransfer>().PasskeysLeftOut(lines));
        Assert.Equal(1 - leftOut, (await to.Get<PasskeyStore>().ListAsync(account.Tenant.ToString(), account.Id.ToString(), default)).Count);
    }

    [Fact]
    public async Task Directory_moves_with_its_users_groups_and_settings()
    {
        await using var from = await IdentityHost.StartAsync();
        await using var to = await IdentityHost.StartAsync();
        using var directory = await DirectoryClient.ConnectAsync(from);
        await from.Get<IDirectorySettings>().SetAsync(TestTenants.Acme, People.Platform, new DirectorySettings(Role.None, [new GroupRoles("Mentors", Role.Mentor)]), default);
        await directory.AddGroupAsync("Mentors", await directory.AddAsync(DirectoryClient.Person("ada")));
        var lines = await from.Get<IAccountTransfer>().ExportAsync(TestTenants.Acme, Key, default);

        Assert.True(await to.Get<IAccountTransfer>().ImportAsync(TestTenants.Acme, lines, Key, default));

        using var moved = await DirectoryClient.ConnectAsync(to);
        var user = Assert.Single((await moved.ListAsync("/Users?filter=groups.display%20eq%20%22Mentors%22")).Resources);
        Assert.Equal(("ada", "Mentor"), (user["externalId"]!.ToString(), user["roles"]![0]!["value"]!.ToString()));
        Assert.Equal(Role.Mentor, (await to.Get<IDirectorySettings>().GetAsync(TestTenants.Acme, default)).Groups[0].Roles);
    }

    [Fact]
    public async Task Lines_of_another_tenant_are_refused()
    {
        await using var host = await IdentityHost.StartAsync();
        var account = await host.AddAsync("ada@acme.example");
        var lines = await host.Get<IAccountTransfer>().ExportAsync(account.Tenant, Key, default);
        var other = EntityId.New<TenantId>(host.Clock.GetUtcNow());

        var refused = Assert.Throws<RefusedException>(() => host.Get<IAccountTransfer>().Verify(other, lines, Key));

        Assert.Equal(ErrorCodes.InputInvalid, refused.Refusal.Code);
    }
}
