using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Federation;

/// <summary>The tenants' own providers.</summary>
internal sealed class LoginProviderBook(
    AccountsStore store, ServerSecrets secrets, ProviderRules rules, AuditTrail audit, IOptions<IdentityOptions> options, TimeProvider time) : ILoginProviders
{
    /// <summary>Under which of the server's keys the secrets are sealed.</summary>
    public const string Purpose = "login-providers";

    private static readonly Refusal NoEmergency = new(
        ErrorCodes.EmergencyAccountMissing,
        "Name an active administrator with a password who may log in when the company's login fails.", "emergencyAccounts");

    public async Task<LoginProvider?> FindAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var key = tenant.ToString();
        await using var context = await store.OpenAsync(cancellationToken);
        var row = await context.LoginProviders.AsNoTracking().FirstOrDefaultAsync(one => one.Tenant == key, cancellationToken);
        return row is null ? null : ToProvider(row);
    }

    /// <summary>The secret, or the private key as PKCS#8 in base 64; null when there is none.</summary>
    public async Task<string?> SecretAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var key = tenant.ToString();
        await using var context = await store.OpenAsync(cancellationToken);
        var text = await context.LoginProviders.Where(one => one.Tenant == key).Select(one => one.SealedSecret).FirstOrDefaultAsync(cancellationToken);
        return text is null ? null : Encoding.UTF8.GetString(await secrets.OpenAsync(Purpose, key, text, cancellationToken));
    }

    public async Task<Reply<LoginProvider>> SetAsync(
        TenantId tenant, Actor by, LoginProviderSettings settings, string? secret, CancellationToken cancellationToken)
    {
        var present = await FindAsync(tenant, cancellationToken);
        if (rules.Check(settings, secret, present?.Settings) is { } fault)
        {
            return fault;
        }

        var proof = await ProofAsync(tenant, settings, secret, present, cancellationToken);
        var written = await store.ChangeAsync(async context =>
        {
            if (settings.IsEnforced && !await CanGetInAsync(context, tenant, settings, cancellationToken))
            {
                return null;
            }

            var row = await WriteAsync(context, tenant, settings, proof, cancellationToken);
            if (settings.IsEnforced)
            {
                await EndPasswordLoginsAsync(context, row.Tenant, settings, cancellationToken);
            }

            return row;
        }, cancellationToken);
        if (written is null)
        {
            return NoEmergency;
        }

        await audit.AppendAsync(by, tenant, "LoginProvider.Set", cancellationToken, Detail(settings));
        return ToProvider(written);
    }

    public async Task<bool> RemoveAsync(TenantId tenant, Actor by, CancellationToken cancellationToken)
    {
        var key = tenant.ToString();
        await using var context = await store.OpenAsync(cancellationToken);
        var had = await context.LoginProviders.Where(row => row.Tenant == key).ExecuteDeleteAsync(cancellationToken) == 1;
        if (had)
        {
            await audit.AppendAsync(by, tenant, "LoginProvider.Removed", cancellationToken);
        }

        return had;
    }

    /// <summary>The <c>kid</c> of a key of ours.</summary>
    public static string KeyId(ECDsa pair) => Text.Secrets.Hash(Convert.ToHexString(pair.ExportParameters(includePrivateParameters: false).Q.X!))[..16];

    private async Task<Proof> ProofAsync(
        TenantId tenant, LoginProviderSettings settings, string? secret, LoginProvider? present, CancellationToken cancellationToken)
    {
        if (ProviderRules.KeepsSecret(settings, secret, present?.Settings))
        {
            return Proof.AsBefore;
        }

        if (settings.Proof != ProviderProof.PrivateKey)
        {
            return new Proof(await SealAsync(tenant, secret!, cancellationToken), null);
        }

        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var open = pair.ExportParameters(includePrivateParameters: false);
        var key = new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = KeyId(pair), x = Base64UrlEncoder.Encode(open.Q.X!), y = Base64UrlEncoder.Encode(open.Q.Y!) };
        var sealedKey = await SealAsync(tenant, Convert.ToBase64String(pair.ExportPkcs8PrivateKey()), cancellationToken);
        return new Proof(sealedKey, JsonSerializer.Serialize(new { keys = new[] { key } }));
    }

    private async Task<string> SealAsync(TenantId tenant, string text, CancellationToken cancellationToken) =>
        await secrets.SealAsync(Purpose, tenant.ToString(), Encoding.UTF8.GetBytes(text), cancellationToken);

    private async Task<LoginProviderRecord> WriteAsync(
        AccountsContext context, TenantId tenant, LoginProviderSettings settings, Proof proof, CancellationToken cancellationToken)
    {
        var key = tenant.ToString();
        var (text, now) = (JsonSerializer.Serialize(settings), time.GetUtcNow());
        var row = await context.LoginProviders.FirstOrDefaultAsync(one => one.Tenant == key, cancellationToken);
        if (row is null)
        {
            context.LoginProviders.Add(row = new LoginProviderRecord { Tenant = key, Settings = text, ChangedAt = now });
        }

        (row.Settings, row.ChangedAt) = (text, now);
        if (proof != Proof.AsBefore)
        {
            (row.SealedSecret, row.KeySet) = (proof.Sealed, proof.KeySet);
        }

        await context.SaveChangesAsync(cancellationToken);
        return row;
    }

    private static async Task<bool> CanGetInAsync(
        AccountsContext context, TenantId tenant, LoginProviderSettings settings, CancellationToken cancellationToken)
    {
        var (key, named) = (tenant.ToString(), settings.EmergencyAccounts.Select(id => id.ToString()).ToList());
        return await context.Accounts.AnyAsync(
            row => row.Tenant == key && named.Contains(row.Id) && row.Status == AccountStatus.Active && row.PasswordHash != null
                && (row.Roles & Role.TenantAdmin) != Role.None,
            cancellationToken);
    }

    /// <summary>Whoever is in by another way than the company's login must come in by it.</summary>
    private async Task EndPasswordLoginsAsync(
        AccountsContext context, string tenant, LoginProviderSettings settings, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        var kept = settings.EmergencyAccounts.Select(id => id.ToString()).ToList();
        await context.Sessions
            .Where(row => row.Tenant == tenant && row.RevokedAt == null && !EF.Functions.Like(row.Methods, "fed%") && !kept.Contains(row.Account))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancellationToken);
        await context.Grants
            .Where(row => row.Tenant == tenant && row.RevokedAt == null && !EF.Functions.Like(row.Methods, "fed%") && !kept.Contains(row.Account))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancellationToken);
    }

    private LoginProvider ToProvider(LoginProviderRecord row) => new(
        EntityId.Parse<TenantId>(row.Tenant), JsonSerializer.Deserialize<LoginProviderSettings>(row.Settings)!,
        new Uri($"{options.Value.IssuerText}/login/provider/{row.Tenant}"),
        new Uri($"{options.Value.IssuerText}/login/provider/{row.Tenant}/logout"), row.KeySet, row.ChangedAt);

    private static string Detail(LoginProviderSettings settings) => JsonSerializer.Serialize(new
    {
        issuer = settings.Issuer, enforced = settings.IsEnforced, creates = settings.CreatesAccounts, groups = settings.Groups.Count,
    });

    private sealed record Proof(string? Sealed, string? KeySet)
    {
        public static Proof AsBefore { get; } = new(null, null);
    }
}
