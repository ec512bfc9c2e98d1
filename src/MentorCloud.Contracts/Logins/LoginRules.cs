using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Logins;

/// <summary>How strong a login must be in a tenant.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="SecondFactorRoles">Whoever holds one of these needs a second factor.</param>
public sealed record LoginRules(TenantId Tenant, Role SecondFactorRoles);
