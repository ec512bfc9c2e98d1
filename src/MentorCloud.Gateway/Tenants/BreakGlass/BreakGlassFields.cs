using MentorCloud.Domain.Access;
using MentorCloud.Domain.Tenants;
using MentorCloud.Domain.Tenants.BreakGlass;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Tenants.BreakGlass;

/// <summary>Fields about access in emergencies.</summary>
internal static class BreakGlassFields
{
    public static IReadOnlyList<BreakGlassAccess>? BreakGlassAccesses(TenantState parent, Caller caller) =>
        Policy.Refuse("Views.BreakGlass", caller.Actor) is null ? parent.Accesses : null;

    public static string Operator(BreakGlassAccess parent) => GlobalId.Of(NodeType.Account, parent.Operator);
}
