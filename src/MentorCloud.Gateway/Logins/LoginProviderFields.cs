using MentorCloud.Contracts.Logins;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Queries;

namespace MentorCloud.Gateway.Logins;

/// <summary>Fields of <c>LoginProvider</c>.</summary>
internal static class LoginProviderFields
{
    public static string Issuer(LoginProvider parent) => parent.Settings.Issuer;

    public static string ClientId(LoginProvider parent) => parent.Settings.ClientId;

    public static ProviderProof Proof(LoginProvider parent) => parent.Settings.Proof;

    public static IReadOnlyList<string> Scopes(LoginProvider parent) => parent.Settings.Scopes;

    public static bool AnswersForEmails(LoginProvider parent) => parent.Settings.AnswersForEmails;

    public static bool CreatesAccounts(LoginProvider parent) => parent.Settings.CreatesAccounts;

    public static IReadOnlyList<ViewerRole> DefaultRoles(LoginProvider parent) => ViewerRoles.Of(parent.Settings.DefaultRoles);

    public static string? GroupClaim(LoginProvider parent) => parent.Settings.GroupClaim;

    public static IReadOnlyList<GroupRoles> Groups(LoginProvider parent) => parent.Settings.Groups;

    public static bool IsEnforced(LoginProvider parent) => parent.Settings.IsEnforced;

    public static IReadOnlyList<string> EmergencyAccounts(LoginProvider parent) =>
        [.. parent.Settings.EmergencyAccounts.Select(account => GlobalId.Of(NodeType.Account, account))];

    public static string RedirectUri(LoginProvider parent) => parent.RedirectUri.AbsoluteUri;

    public static string BackChannelLogoutUri(LoginProvider parent) => parent.BackChannelLogoutUri.AbsoluteUri;
}
