using MentorCloud.Domain.Tenants;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Tenants;

/// <summary>Fields of <c>Tenant</c>.</summary>
internal static class TenantFields
{
    public static string Id(TenantState parent) => GlobalId.Of(NodeType.Tenant, parent.Id);

    public static async Task<FrameworkVersion?> FrameworkAsync(TenantState parent, Caller caller, GrainReader reader) =>
        parent.Framework is { } framework
            ? new FrameworkVersion(parent.FrameworkVersion, (await reader.Framework(caller, framework).Get(caller.Actor)).OrThrow())
            : null;
}
