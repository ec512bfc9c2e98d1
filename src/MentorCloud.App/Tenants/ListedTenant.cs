using MentorCloud.Domain.Tenants;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.App.Tenants;

/// <summary>A tenant as <c>tenant list</c> shows it.</summary>
/// <param name="Tenant">Its global id.</param>
/// <param name="Slug">The name in logins and addresses.</param>
/// <param name="Name">The company's name.</param>
/// <param name="Status">Active or suspended.</param>
/// <param name="TimeZone">IANA zone of the company's seat.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
internal sealed record ListedTenant(string Tenant, string Slug, string Name, TenantStatus Status, string TimeZone, DateTimeOffset CreatedAt)
{
    /// <summary>What the list shows of a tenant.</summary>
    public static ListedTenant Of(TenantState tenant) =>
        new(GlobalId.Of("Tenant", tenant.Id), tenant.Slug, tenant.Name, tenant.Status, tenant.TimeZone, tenant.CreatedAt);
}
