using System.Text.Json;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Federation;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Mfa;
using MentorCloud.Identity.Realms;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Transfer;

/// <summary>Moves accounts, clients, second factors and the company's own login. What the server's own key seals is sealed anew for the way.</summary>
internal sealed class AccountTransfer(
    AccountsStore store, ServerSecrets secrets, EmailDomainBook domains, IOptions<IdentityOptions> options) : IAccountTransfer
{
    private const string AccountKind = "account", ClientKind = "client", AuthenticatorKind = "authenticator", RecoveryCodeKind = "recoveryCode",
        TieKind = "outsideLogin", RulesKind = "loginRules", ProviderKind = "loginProvider", DomainKind = "emailDomain", PasskeyKind = "passkey";

    private string Host => new Uri(options.Value.IssuerText).Host;

    public async Task<IReadOnlyList<AccountLine>> ExportAsync(TenantId tenant, ReadOnlyMemory<byte> transferKey, CancellationToken cancellationToken)
    {
        var id = tenant.ToString();
        await using var context = await store.OpenAsync(cancellationToken);
        var lines = new List<AccountLine>();
        await AddAsync(lines, AccountKind, context.Accounts.Where(row => row.Tenant == id).OrderBy(row => row.Id), cancellationToken);
        await AddAsync(lines, ClientKind, context.Clients.Where(row => row.Tenant == id).OrderBy(row => row.ClientId), cancellationToken);
        await AddAsync(lines, RecoveryCodeKind, context.RecoveryCodes.Where(row => row.Tenant == id).OrderBy(row => row.CodeHash), cancellationToken);
        await AddAsync(lines, TieKind, context.OutsideLogins.Where(row => row.Tenant == id).OrderBy(row => row.Account), cancellationToken);
        await AddAsync(lines, RulesKind, context.LoginRules.Where(row => row.Tenant == id), cancellationToken);
        await AddAsync(lines, DomainKind, context.EmailDomains.Where(row => row.Tenant == id).OrderBy(row => row.Domain), cancellationToken);
        await AddAsync(lines, PasskeyKind, context.Passkeys.Where(row => row.Tenant == id).OrderBy(row => row.CredentialId), cancellationToken, Host);
        foreach (var row in await context.Authenticators.AsNoTracking().Where(row => row.Tenant == id).OrderBy(row => row.Account).ToListAsync(cancellationToken))
        {
            var secret = await secrets.OpenAsync(Authenticators.Purpose, Place(row), row.SealedSecret, cancellationToken);
            lines.Add(Line(AuthenticatorKind, Sealed(row, ServerSecrets.Seal(transferKey.Span, Place(row), secret))));
        }

        if (await context.LoginProviders.AsNoTracking().FirstOrDefaultAsync(row => row.Tenant == id, cancellationToken) is { } provider)
        {
            if (provider.SealedSecret is { } text)
            {
                var secret = await secrets.OpenAsync(LoginProviderBook.Purpose, id, text, cancellationToken);
                provider.SealedSecret = ServerSecrets.Seal(transferKey.Span, Place(provider), secret);
            }

            lines.Add(Line(ProviderKind, provider));
        }

        return lines;
    }

    public void Verify(TenantId tenant, IReadOnlyList<AccountLine> lines, ReadOnlyMemory<byte> transferKey)
    {
        foreach (var row in lines.Select(Read))
        {
            if (TenantOf(row) != tenant.ToString())
            {
                throw Damaged();
            }

            if (row is AuthenticatorRecord authenticator)
            {
                ServerSecrets.Open(transferKey.Span, Place(authenticator), authenticator.SealedSecret);
            }
            else if (row is LoginProviderRecord { SealedSecret: { } text } provider)
            {
                ServerSecrets.Open(transferKey.Span, Place(provider), text);
            }
        }
    }

    public int PasskeysLeftOut(IReadOnlyList<AccountLine> lines) => lines.Count(IsOfAnotherHost);

    public async Task<bool> ImportAsync(
        TenantId tenant, IReadOnlyList<AccountLine> lines, ReadOnlyMemory<byte> transferKey, CancellationToken cancellationToken)
    {
        Verify(tenant, lines, transferKey);
        var id = tenant.ToString();
        await using var context = await store.OpenAsync(cancellationToken);
        if (await context.Accounts.AnyAsync(row => row.Tenant == id, cancellationToken) || await context.Clients.AnyAsync(row => row.Tenant == id, cancellationToken))
        {
            return false;
        }

        foreach (var line in lines.Where(line => !IsOfAnotherHost(line)))
        {
            context.Add(await ArrivedAsync(tenant, Read(line), transferKey, cancellationToken));
        }

        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>The row as it is kept here: under this server's key, and with a proof of its domain only where nobody here has proved it.</summary>
    private async Task<object> ArrivedAsync(TenantId tenant, object row, ReadOnlyMemory<byte> transferKey, CancellationToken cancellationToken)
    {
        switch (row)
        {
            case AuthenticatorRecord moved:
                var seed = ServerSecrets.Open(transferKey.Span, Place(moved), moved.SealedSecret);
                return Sealed(moved, await secrets.SealAsync(Authenticators.Purpose, Place(moved), seed, cancellationToken));
            case LoginProviderRecord { SealedSecret: { } text } provider:
                var secret = ServerSecrets.Open(transferKey.Span, Place(provider), text);
                provider.SealedSecret = await secrets.SealAsync(LoginProviderBook.Purpose, provider.Tenant, secret, cancellationToken);
                return provider;
            case EmailDomainRecord { VerifiedAt: not null } domain:
                if (await domains.OwnerAsync(domain.Domain, cancellationToken) is { } owner && owner != tenant)
                {
                    domain.VerifiedAt = null;
                }

                return domain;
            default:
                return row;
        }
    }

    /// <summary>Counting a passkey as a second factor that no browser offers here would lock its person out.</summary>
    private bool IsOfAnotherHost(AccountLine line) => line.Kind == PasskeyKind && line.Host != Host;

    private static async Task AddAsync<T>(List<AccountLine> lines, string kind, IQueryable<T> rows, CancellationToken cancellationToken, string? host = null)
        where T : class
    {
        foreach (var row in await rows.AsNoTracking().ToListAsync(cancellationToken))
        {
            lines.Add(Line(kind, row) with { Host = host });
        }
    }

    private static AccountLine Line<T>(string kind, T row) => new(kind, JsonSerializer.SerializeToElement(row, JsonSerializerOptions.Web));

    private static object Read(AccountLine line)
    {
        try
        {
            object? row = line.Kind switch
            {
                AccountKind => line.Row.Deserialize<AccountRecord>(JsonSerializerOptions.Web),
                ClientKind => line.Row.Deserialize<ClientRecord>(JsonSerializerOptions.Web),
                AuthenticatorKind => line.Row.Deserialize<AuthenticatorRecord>(JsonSerializerOptions.Web),
                RecoveryCodeKind => line.Row.Deserialize<RecoveryCodeRecord>(JsonSerializerOptions.Web),
                TieKind => line.Row.Deserialize<OutsideLoginRecord>(JsonSerializerOptions.Web),
                RulesKind => line.Row.Deserialize<LoginRulesRecord>(JsonSerializerOptions.Web),
                ProviderKind => line.Row.Deserialize<LoginProviderRecord>(JsonSerializerOptions.Web),
                DomainKind => line.Row.Deserialize<EmailDomainRecord>(JsonSerializerOptions.Web),
                PasskeyKind => line.Row.Deserialize<PasskeyRecord>(JsonSerializerOptions.Web),
                _ => null,
            };
            return row ?? throw Damaged();
        }
        catch (JsonException)
        {
            throw Damaged();
        }
    }

    private static string TenantOf(object row) => row switch
    {
        AccountRecord account => account.Tenant,
        ClientRecord client => client.Tenant,
        AuthenticatorRecord authenticator => authenticator.Tenant,
        OutsideLoginRecord tie => tie.Tenant,
        LoginRulesRecord rules => rules.Tenant,
        LoginProviderRecord provider => provider.Tenant,
        EmailDomainRecord domain => domain.Tenant,
        PasskeyRecord passkey => passkey.Tenant,
        _ => ((RecoveryCodeRecord)row).Tenant,
    };

    private static AuthenticatorRecord Sealed(AuthenticatorRecord row, string secret) => new()
    {
        Tenant = row.Tenant, Account = row.Account, SealedSecret = secret, LastStep = row.LastStep, Failures = row.Failures,
        NotBefore = row.NotBefore, ConfirmedAt = row.ConfirmedAt,
    };

    private static string Place(AuthenticatorRecord row) => $"{row.Tenant}/{row.Account}";

    private static string Place(LoginProviderRecord row) => $"{row.Tenant}/login-provider";

    private static RefusedException Damaged() => new(new Refusal(
        ErrorCodes.InputInvalid, "A line of the exported accounts is damaged or of another tenant; export the tenant again.", "file"));
}
