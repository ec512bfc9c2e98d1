namespace MentorCloud.Domain.Cohorts;

/// <summary>Cohorts as templates (requirement 9).</summary>
public static class CohortTemplates
{
    /// <summary>The design of a new cohort after another's: everything but what belongs to that one's time, so that it must be set anew before opening.</summary>
    /// <param name="template">The design to copy.</param>
    /// <param name="name">The new cohort's name.</param>
    /// <returns>A design without first day.</returns>
    public static CohortDesign Copy(CohortDesign template, string name) => template with { Name = name, StartsOn = null };
}
