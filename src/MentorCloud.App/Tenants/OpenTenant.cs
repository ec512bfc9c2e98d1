using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;

namespace MentorCloud.App.Tenants;

/// <summary>Opens a tenant for a company and invites its first admin.</summary>
/// <param name="Name">The company's name, 1..200 characters.</param>
/// <param name="Slug">The name in logins and addresses: 3..40 lower-case ASCII letters, digits and inner hyphens.</param>
/// <param name="TimeZone">IANA zone of the company's seat.</param>
/// <param name="AdminEmail">The first admin's address.</param>
/// <param name="AdminName">The first admin's name.</param>
internal sealed record OpenTenant(string Name, string Slug, string TimeZone, string AdminEmail, string AdminName)
{
    /// <summary>The account that is invited.</summary>
    public NewAccount Admin => new(AdminEmail, AdminName, Role.TenantAdmin);
}
