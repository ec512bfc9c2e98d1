using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Gateway.Logins;

/// <summary>How people of a tenant log in; the parts are read when they are asked for.</summary>
internal sealed record LoginSettings(TenantId Tenant);
