namespace MentorCloud.Domain.Cohorts.Matching;

/// <summary>What can forbid a pair whatever its score (requirement 17).</summary>
public enum MatchRule
{
    /// <summary>Mentor and mentee are the same person.</summary>
    SamePerson,

    /// <summary>One stands above the other in the reporting line.</summary>
    ReportingLine,

    /// <summary>One of the two excluded the other by name.</summary>
    Exclusion,

    /// <summary>They have no language in common.</summary>
    Language,

    /// <summary>They share too few working hours.</summary>
    WorkingHours,

    /// <summary>The mentor has no capacity left.</summary>
    Capacity,

    /// <summary>The program vetoed the pair.</summary>
    Veto,
}
