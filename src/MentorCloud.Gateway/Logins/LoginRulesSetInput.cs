using MentorCloud.Gateway.Queries;

namespace MentorCloud.Gateway.Logins;

/// <summary>The input of the same name.</summary>
internal sealed record LoginRulesSetInput(string IdempotencyKey, IReadOnlyList<ViewerRole> SecondFactorRoles);
