using MentorCloud.Gateway.Queries;

namespace MentorCloud.Gateway.Logins;

/// <summary>The input of the same name.</summary>
internal sealed record DirectorySetInput(string IdempotencyKey, IReadOnlyList<ViewerRole> DefaultRoles, IReadOnlyList<GroupRolesInput> Groups);
