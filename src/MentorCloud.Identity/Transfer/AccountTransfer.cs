using System.Text.Json;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Mfa;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Transfer;

/// <summary>Moves accounts, clients and second factors. What the server's own key seals is sealed anew for the way.</summary>
internal sealed class AccountTransfer(AccountsStore store, ServerSecrets secrets) : IAccountTransfer
{
    private const string AccountKind = "account", ClientKind = "client", AuthenticatorKind = "authenticator", RecoveryCodeKind = "recoveryCode",
        TieKind = "outsideLogin", RulesKind = "loginRules";

    public async Task<IReadOnlyList<AccountLine>> ExportAsync(TenantId tenant, ReadOnlyMemory<byte> transferKey, CancellationToken cancellationToken)
    {
        var id = tenant.ToString();
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        var lines = new List<AccountLine>();
        await AddAsync(lines, AccountKind, context.Accounts.Where(row => row.Tenant == id).OrderBy(row => row.Id), cancellationToken);
        await AddAsync(lines, ClientKind, context.Clients.Where(row => row.Tenant == id).OrderBy(row => row.ClientId), cancellationToken);
        await AddAsync(lines, RecoveryCodeKind, context.RecoveryCodes.Where(row => row.Tenant == id).OrderBy(row => row.CodeHash), cancellationToken);
        await AddAsync(lines, TieKind, context.OutsideLogins.Where(row => row.Tenant == id).OrderBy(row => row.Account), cancellationToken);
        await AddAsync(lines, RulesKind, context.LoginRules.Where(row => row.Tenant == id), cancellationToken);
        foreach (var row in await context.Authenticators.AsNoTracking().Where(row => row.Tenant == id).OrderBy(row => row.Account).ToListAsync(cancellationToken))
        {
            var secret = await secrets.OpenAsync(Authenticators.Purpose, Place(row), row.SealedSecret, cancellationToken);
            lines.Add(Line(AuthenticatorKind, Sealed(row, ServerSecrets.Seal(transferKey.Span, Place(row), secret))));
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
        }
    }

    public async Task<bool> ImportAsync(
        TenantId tenant, IReadOnlyList<AccountLine> lines, ReadOnlyMemory<byte> transferKey, CancellationToken cancellationToken)
    {
        Verify(tenant, lines, transferKey);
        var id = tenant.ToString();
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        if (await context.Accounts.AnyAsync(row => row.Tenant == id, cancellationToken) || await context.Clients.AnyAsync(row => row.Tenant == id, cancellationToken))
        {
            return false;
        }

        foreach (var row in lines.Select(Read))
        {
            if (row is AuthenticatorRecord moved)
            {
                var secret = ServerSecrets.Open(transferKey.Span, Place(moved), moved.SealedSecret);
                context.Add(Sealed(moved, await secrets.SealAsync(Authenticators.Purpose, Place(moved), secret, cancellationToken)));
            }
            else
            {
                context.Add(row);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static async Task AddAsync<T>(List<AccountLine> lines, string kind, IQueryable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        foreach (var row in await rows.AsNoTracking().ToListAsync(cancellationToken))
        {
            lines.Add(Line(kind, row));
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
        _ => ((RecoveryCodeRecord)row).Tenant,
    };

    private static AuthenticatorRecord Sealed(AuthenticatorRecord row, string secret) => new()
    {
        Tenant = row.Tenant, Account = row.Account, SealedSecret = secret, LastStep = row.LastStep, ConfirmedAt = row.ConfirmedAt,
    };

    private static string Place(AuthenticatorRecord row) => $"{row.Tenant}/{row.Account}";

    private static RefusedException Damaged() => new(new Refusal(
        ErrorCodes.InputInvalid, "A line of the exported accounts is damaged or of another tenant; export the tenant again.", "file"));
}
