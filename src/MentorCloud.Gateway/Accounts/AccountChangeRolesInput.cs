using MentorCloud.Gateway.Queries;

namespace MentorCloud.Gateway.Accounts;

/// <summary>The input of the same name.</summary>
internal sealed record AccountChangeRolesInput(string IdempotencyKey, string Account, IReadOnlyList<ViewerRole> Roles);
