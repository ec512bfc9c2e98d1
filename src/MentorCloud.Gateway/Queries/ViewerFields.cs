using MentorCloud.Domain.Access;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Queries;

/// <summary>Fields of <c>Viewer</c>.</summary>
internal static class ViewerFields
{
    public static ViewerKind Kind(Caller parent) => parent.Actor.Kind == ActorKind.Client ? ViewerKind.Client : ViewerKind.User;

    public static IReadOnlyList<ViewerRole> Roles(Caller parent) => ViewerRoles.Of(parent.Actor.Roles);

    public static IReadOnlyList<string> Scopes(Caller parent) =>
        ScopeNames.Write(parent.Actor.Scopes).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static async Task<ParticipantRow?> ParticipantAsync(Caller parent, ParticipantLoader loader) =>
        parent.Actor.Participant is { } self ? await loader.LoadAsync(self) : null;
}
