using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Gateway.Subscriptions;

/// <summary>What a subscriber listens to: one grain, or all facts of a kind, always of one tenant.</summary>
internal readonly record struct ChangeTopic(TenantId Tenant, string Subject)
{
    /// <summary>One pairing or round: every fact that its grain tells.</summary>
    public static ChangeTopic Of<TId>(TenantId tenant, string type, TId id)
        where TId : struct, IEntityId<TId> => new(tenant, $"{type}/{tenant}/{id}");

    /// <summary>Escalations of all pairings.</summary>
    public static ChangeTopic Escalations(TenantId tenant) => new(tenant, "Escalations");

    /// <summary>Health of all pairings.</summary>
    public static ChangeTopic Health(TenantId tenant) => new(tenant, "Health");
}
