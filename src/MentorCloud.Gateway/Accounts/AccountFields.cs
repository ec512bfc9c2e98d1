using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.People;
using MentorCloud.Gateway.Queries;

namespace MentorCloud.Gateway.Accounts;

/// <summary>Fields of <c>Account</c>.</summary>
internal static class AccountFields
{
    public static string Id(Account parent) => GlobalId.Of(NodeType.Account, parent.Id);

    public static IReadOnlyList<ViewerRole> Roles(Account parent) => ViewerRoles.Of(parent.Roles);

    public static async Task<ParticipantRow?> ParticipantAsync(Account parent, ParticipantLoader loader) =>
        parent.Participant is { } person ? await loader.LoadAsync(person) : null;

    public static Task<bool> HasSecondFactorAsync(Account parent, ILoginSessions sessions, CancellationToken cancellationToken) =>
        sessions.HasSecondFactorAsync(parent.Tenant, parent.Id, cancellationToken);

    public static Task<IReadOnlyList<LoginSession>> SessionsAsync(Account parent, Caller caller, ILoginSessions sessions, CancellationToken cancellationToken)
    {
        caller.Require("Accounts.List");
        return sessions.OfAsync(parent.Tenant, parent.Id, cancellationToken);
    }
}
