namespace MentorCloud.Matching.Factors;

/// <summary>Rules that forbid a pair whatever its score (requirement 17); a set, since several may hold at once.</summary>
[Flags]
public enum HardRule
{
    /// <summary>Nothing forbids the pair.</summary>
    None = 0,

    /// <summary>The same person on both sides.</summary>
    SamePerson = 1,

    /// <summary>One stands above the other in the reporting line.</summary>
    ReportingLine = 2,

    /// <summary>A named exclusion.</summary>
    Exclusion = 4,

    /// <summary>No language in common.</summary>
    Language = 8,

    /// <summary>Too few working minutes in common.</summary>
    WorkingHours = 16,

    /// <summary>The mentor has no capacity left.</summary>
    Capacity = 32,
}
