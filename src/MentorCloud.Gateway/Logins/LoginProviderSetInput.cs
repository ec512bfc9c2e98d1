using MentorCloud.Contracts.Logins;
using MentorCloud.Gateway.Queries;

namespace MentorCloud.Gateway.Logins;

/// <summary>The input of the same name.</summary>
internal sealed record LoginProviderSetInput(
    string IdempotencyKey, string Issuer, string ClientId, ProviderProof Proof, string? Secret, IReadOnlyList<string> Scopes, bool AnswersForEmails,
    bool CreatesAccounts, IReadOnlyList<ViewerRole> DefaultRoles, string? GroupClaim, IReadOnlyList<GroupRolesInput> Groups, bool IsEnforced,
    IReadOnlyList<string> EmergencyAccounts)
{
    public override string ToString() => Issuer;
}
