namespace MentorCloud.Domain.Tenants;

/// <summary>Where a tenant is in its life.</summary>
public enum TenantStatus
{
    /// <summary>Everything works.</summary>
    Active,

    /// <summary>Read-only: nothing is lost, everything can be exported (requirement 75).</summary>
    Suspended,
}
