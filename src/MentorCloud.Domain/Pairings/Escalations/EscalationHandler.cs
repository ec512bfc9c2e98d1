namespace MentorCloud.Domain.Pairings.Escalations;

/// <summary>Who handles an escalation, level by level.</summary>
public enum EscalationHandler
{
    /// <summary>The program's managers: the first level.</summary>
    ProgramManager,

    /// <summary>The tenant's administrators.</summary>
    TenantAdmin,

    /// <summary>The sponsor: the last level.</summary>
    Sponsor,
}
