using MentorCloud.Domain.Access;

namespace MentorCloud.Gateway.Queries;

/// <summary>The roles of a tenant, in the schema's names and in ours.</summary>
internal static class ViewerRoles
{
    private static readonly (Role Role, ViewerRole Name)[] All =
    [
        (Role.TenantAdmin, ViewerRole.TenantAdmin),
        (Role.ProgramManager, ViewerRole.ProgramManager),
        (Role.Sponsor, ViewerRole.Sponsor),
        (Role.Mentor, ViewerRole.Mentor),
        (Role.Mentee, ViewerRole.Mentee),
    ];

    public static IReadOnlyList<ViewerRole> Of(Role roles) => [.. All.Where(each => roles.HasFlag(each.Role)).Select(each => each.Name)];

    public static Role Read(IEnumerable<ViewerRole> names) =>
        names.Aggregate(Role.None, (roles, name) => roles | Array.Find(All, each => each.Name == name).Role);
}
