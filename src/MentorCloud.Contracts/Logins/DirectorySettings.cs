using MentorCloud.Domain.Access;

namespace MentorCloud.Contracts.Logins;

/// <summary>What a tenant's administrator decides about the people whom the company's directory provisions by SCIM.</summary>
/// <param name="DefaultRoles">Roles of everybody whom the directory provisions, besides those of groups. Default none; never <see cref="Role.PlatformOperator"/>.</param>
/// <param name="Groups">Roles by the directory's groups, named as the directory names them, whatever the letters' case; at most 100. Default none.</param>
public sealed record DirectorySettings(Role DefaultRoles, IReadOnlyList<GroupRoles> Groups)
{
    /// <summary>What holds while nothing was decided: no roles.</summary>
    public static DirectorySettings None { get; } = new(Role.None, []);
}
