using MentorCloud.Contracts.Logins;
using MentorCloud.Gateway.Queries;

namespace MentorCloud.Gateway.Logins;

/// <summary>Fields of <c>DirectorySettings</c>.</summary>
internal static class DirectorySettingsFields
{
    public static IReadOnlyList<ViewerRole> DefaultRoles(DirectorySettings parent) => ViewerRoles.Of(parent.DefaultRoles);
}
