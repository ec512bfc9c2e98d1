using MentorCloud.Domain.Rotation;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Queries;

namespace MentorCloud.Gateway.Rotation;

/// <summary>The query <c>rotation</c>.</summary>
internal static class RotationQuery
{
    public static Task<RotationState?> RotationAsync(string id, Caller caller, NodeReader nodes) => nodes.RotationAsync(caller, id);
}
