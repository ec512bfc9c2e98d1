using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Logins;

/// <summary>What a tenant's administrator decides about logins at the company's own OpenID provider.</summary>
/// <param name="Issuer">Its issuer, as its discovery document spells it: https, without query or fragment, at most 500 characters.</param>
/// <param name="ClientId">MentorCloud's client id there; 1 to 200 visible ASCII characters.</param>
/// <param name="Proof">How MentorCloud proves itself there.</param>
public sealed record LoginProviderSettings(string Issuer, string ClientId, ProviderProof Proof)
{
    /// <summary>Scopes to ask for besides <c>openid profile email</c>, such as <c>groups</c>; at most 10. Default none.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>
    /// Whether the provider answers for the e-mail addresses that it names without <c>email_verified</c> (as Entra ID does).
    /// Only addresses in the tenant's own domains ever count; a claim that says false always means false. Default false.
    /// </summary>
    public bool AnswersForEmails { get; init; }

    /// <summary>Whether somebody who has no account yet gets one at their first login. Default false.</summary>
    public bool CreatesAccounts { get; init; }

    /// <summary>Roles of everybody who logs in there, besides those of groups. Default none.</summary>
    public Role DefaultRoles { get; init; }

    /// <summary>The claim that lists groups, <c>groups</c> or <c>roles</c> with most providers; null (default) when there is none.</summary>
    public string? GroupClaim { get; init; }

    /// <summary>Roles by group, at most 100. When there are any, roles are set anew with every login. Default none.</summary>
    public IReadOnlyList<GroupRoles> Groups { get; init; } = [];

    /// <summary>Whether passwords and passkeys are refused but for <see cref="EmergencyAccounts"/>. Default false.</summary>
    public bool IsEnforced { get; init; }

    /// <summary>Accounts that may log in with a password and a second factor though the provider is enforced: for the day when it fails. At most 5.</summary>
    public IReadOnlyList<AccountId> EmergencyAccounts { get; init; } = [];
}
