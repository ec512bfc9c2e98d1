using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Mfa;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Transfer;

namespace MentorCloud.Identity.Tests.Transfer;

public sealed class MovedAccountsTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    /// <summary>Belong to the old address or end by themselves (docs/adr/0076).</summary>
    private static readonly string[] StayBehind =
    [
        nameof(SessionRecord), nameof(GrantRecord), nameof(GrantSecretRecord), nameof(OneTimeTokenRecord), nameof(PushedRequestRecord), nameof(SpentTokenRecord),
        nameof(LoginProviderRecord), nameof(EmailDomainRecord), nameof(PasskeyRecord), nameof(CommandRecord),
    ];

    private static readonly string[] Moved = [nameof(AccountRecord), nameof(ClientRecord), nameof(AuthenticatorRecord), nameof(RecoveryCodeRecord), nameof(OutsideLoginRecord), nameof(LoginRulesRecord)];

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
