using MentorCloud.Domain.Access;

namespace MentorCloud.Contracts.Logins;

/// <summary>What members of a group at the customer's provider may do here.</summary>
/// <param name="Group">A value of the group claim, compared character by character; 1 to 200 characters.</param>
/// <param name="Roles">The roles; never <see cref="Role.PlatformOperator"/>.</param>
public sealed record GroupRoles(string Group, Role Roles);
