using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Identity.Scim.Http;

/// <summary>The client that asks, after it was let in.</summary>
/// <param name="Tenant">Its tenant.</param>
/// <param name="Actor">Itself.</param>
internal sealed record ScimCaller(TenantId Tenant, Actor Actor);
