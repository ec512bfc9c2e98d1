using MentorCloud.Domain.Tenants;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Tenants;

/// <summary>The payload of the same name.</summary>
internal sealed record TenantPayload(TenantState? Tenant, IReadOnlyList<UserError> UserErrors);
