using MentorCloud.Domain.Access;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Queries;

/// <summary>Fields of <c>Viewer</c>.</summary>
internal static class ViewerFields
{
    private static readonly Role[] TenantRoles =
        [Role.TenantAdmin, Role.ProgramManager, Role.Sponsor, Role.Mentor, Role.Mentee];

    public static ActorKind Kind(Caller parent) => parent.Actor.Kind;

    public static IReadOnlyList<Role> Roles(Caller parent) => [.. TenantRoles.Where(role => parent.Actor.Roles.HasFlag(role))];

    public static IReadOnlyList<string> Scopes(Caller parent) =>
        ScopeNames.Write(parent.Actor.Scopes).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static async Task<ParticipantRow?> ParticipantAsync(Caller parent, ParticipantLoader loader) =>
        parent.Actor.Participant is { } self ? await loader.LoadAsync(self) : null;
}
