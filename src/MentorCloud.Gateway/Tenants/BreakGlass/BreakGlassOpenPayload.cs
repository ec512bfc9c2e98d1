using MentorCloud.Domain.Tenants.BreakGlass;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Tenants.BreakGlass;

/// <summary>The payload of the same name.</summary>
internal sealed record BreakGlassOpenPayload(BreakGlassAccess? Access, IReadOnlyList<UserError> UserErrors);
