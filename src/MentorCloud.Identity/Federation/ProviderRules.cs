using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Accounts;

namespace MentorCloud.Identity.Federation;

/// <summary>What the settings of a provider must be.</summary>
internal sealed class ProviderRules(ProviderHttp http)
{
    private const int MostIssuer = 500;
    private const int MostText = 200;
    private const int MostSecret = 500;
    private const int MostScopes = 10;
    private const int MostGroups = 100;
    private const int MostEmergency = 5;
    private const Role Grantable = Role.TenantAdmin | Role.ProgramManager | Role.Sponsor | Role.Mentor | Role.Mentee;

    /// <summary>Whether the present secret stays. It never goes to another issuer, or in another client's name.</summary>
    public static bool KeepsSecret(LoginProviderSettings settings, string? secret, LoginProviderSettings? present) =>
        secret is null && present is not null && present.Issuer == settings.Issuer && present.ClientId == settings.ClientId
        && (present.Proof == ProviderProof.PrivateKey) == (settings.Proof == ProviderProof.PrivateKey);

    public Refusal? Check(LoginProviderSettings settings, string? secret, LoginProviderSettings? present) =>
        CheckProvider(settings) ?? CheckSecret(settings, secret, present) ?? CheckRoles(settings);

    private Refusal? CheckProvider(LoginProviderSettings settings)
    {
        if (settings.Issuer.Length > MostIssuer || !IsPlain(settings.Issuer) || settings.Issuer.Contains('?', StringComparison.Ordinal)
            || settings.Issuer.Contains('#', StringComparison.Ordinal) || !http.MayBeUsed(settings.Issuer))
        {
            return AccountRules.Invalid("issuer", $"Give the provider's issuer: an https address of at most {MostIssuer} characters without query or fragment.");
        }

        if (settings.ClientId.Length is 0 or > MostText || !IsPlain(settings.ClientId))
        {
            return AccountRules.Invalid("clientId", $"Give the client id from the provider: 1 to {MostText} visible ASCII characters.");
        }

        if (!Enum.IsDefined(settings.Proof))
        {
            return AccountRules.Invalid("proof", "Choose a way to prove who we are.");
        }

        return settings.Scopes.Count <= MostScopes && settings.Scopes.All(scope => scope.Length is > 0 and <= MostText && IsPlain(scope) && scope != "offline_access")
            ? null
            : AccountRules.Invalid("scopes", $"Give at most {MostScopes} scopes of visible ASCII characters; offline_access is not needed.");
    }

    private static Refusal? CheckSecret(LoginProviderSettings settings, string? secret, LoginProviderSettings? present)
    {
        if (settings.Proof == ProviderProof.PrivateKey)
        {
            return secret is null ? null : AccountRules.Invalid("secret", "With a key there is no secret; the key is made here.");
        }

        if (secret is null && !KeepsSecret(settings, secret, present))
        {
            return AccountRules.Invalid("secret", "Give the secret; the present one is kept only while issuer and client id stay.");
        }

        return secret is null or { Length: > 0 and <= MostSecret } && secret?.Any(char.IsControl) != true
            ? null
            : AccountRules.Invalid("secret", $"A secret has 1 to {MostSecret} characters.");
    }

    private static Refusal? CheckRoles(LoginProviderSettings settings)
    {
        if ((settings.DefaultRoles & ~Grantable) != Role.None)
        {
            return AccountRules.Invalid("defaultRoles", "Roles of the platform itself are not given by a company's login.");
        }

        if (settings.GroupClaim is { } claim && (claim.Length is 0 or > MostText || !IsPlain(claim)))
        {
            return AccountRules.Invalid("groupClaim", $"A claim's name has 1 to {MostText} visible ASCII characters.");
        }

        if (settings.Groups.Count > MostGroups || (settings.Groups.Count > 0 && settings.GroupClaim is null)
            || settings.Groups.Any(group => group.Group.Length is 0 or > MostText || group.Roles == Role.None || (group.Roles & ~Grantable) != Role.None)
            || settings.Groups.DistinctBy(group => group.Group, StringComparer.Ordinal).Count() != settings.Groups.Count)
        {
            return AccountRules.Invalid("groups", $"Give at most {MostGroups} different groups with roles of the tenant, and the claim that lists them.");
        }

        if (settings is { CreatesAccounts: true, DefaultRoles: Role.None, Groups.Count: 0 })
        {
            return AccountRules.Invalid("defaultRoles", "New accounts need a role: give one, or roles by group.");
        }

        return settings.EmergencyAccounts.Count <= MostEmergency
            ? null
            : AccountRules.Invalid("emergencyAccounts", $"At most {MostEmergency} accounts.");
    }

    private static bool IsPlain(string text) => text.All(sign => sign is > ' ' and < '\u007f');
}
