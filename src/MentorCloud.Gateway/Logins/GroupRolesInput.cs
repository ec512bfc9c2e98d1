using MentorCloud.Gateway.Queries;

namespace MentorCloud.Gateway.Logins;

/// <summary>The input of the same name.</summary>
internal sealed record GroupRolesInput(string Group, IReadOnlyList<ViewerRole> Roles);
