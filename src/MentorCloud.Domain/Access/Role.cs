namespace MentorCloud.Domain.Access;

/// <summary>What a person is in their tenant. A person may hold several.</summary>
[Flags]
public enum Role
{
    /// <summary>No role: may do nothing.</summary>
    None = 0,

    /// <summary>Runs the tenant: settings, accounts, frameworks, every cohort.</summary>
    TenantAdmin = 1,

    /// <summary>Designs and runs cohorts.</summary>
    ProgramManager = 2,

    /// <summary>Sponsors cohorts: sees what came of them, never what was confided.</summary>
    Sponsor = 4,

    /// <summary>Mentors in pairings.</summary>
    Mentor = 8,

    /// <summary>Is mentored in pairings.</summary>
    Mentee = 16,

    /// <summary>Keeps the platform running; sees no tenant's content.</summary>
    PlatformOperator = 32,
}
