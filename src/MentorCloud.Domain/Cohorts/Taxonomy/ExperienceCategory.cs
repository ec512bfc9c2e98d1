namespace MentorCloud.Domain.Cohorts.Taxonomy;

/// <summary>Categories of the experience taxonomy (requirement 5).</summary>
public enum ExperienceCategory
{
    /// <summary>A market or region.</summary>
    Market,

    /// <summary>A business function.</summary>
    Function,

    /// <summary>A crisis that was gone through.</summary>
    Crisis,

    /// <summary>A change that was led.</summary>
    Change,

    /// <summary>Anything else.</summary>
    Other,
}
