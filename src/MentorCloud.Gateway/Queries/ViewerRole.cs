namespace MentorCloud.Gateway.Queries;

/// <summary>The roles that a tenant gives, as the schema names them.</summary>
internal enum ViewerRole
{
    TenantAdmin,
    ProgramManager,
    Sponsor,
    Mentor,
    Mentee,
}
