using MentorCloud.Contracts.Logins;
using MentorCloud.Gateway.Queries;

namespace MentorCloud.Gateway.Logins;

/// <summary>Fields of <c>GroupRoles</c>.</summary>
internal static class GroupRolesFields
{
    public static IReadOnlyList<ViewerRole> Roles(GroupRoles parent) => ViewerRoles.Of(parent.Roles);
}
