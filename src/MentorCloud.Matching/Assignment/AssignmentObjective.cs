namespace MentorCloud.Matching.Assignment;

/// <summary>What a whole-cohort match is best at. Definitions and certificates: docs/matching.md.</summary>
public enum AssignmentObjective
{
    /// <summary>Greatest sum of pair scores; never takes a pair that lowers the sum.</summary>
    Total,

    /// <summary>Most pairs; among those lexicographically the best worst-off pair, the best second worst-off, and so on.</summary>
    Fair,

    /// <summary>Most pairs; among those the greatest sum of pair scores, be they negative.</summary>
    Coverage,

    /// <summary>No mentee and mentor who both prefer each other to what they have (mentee-optimal deferred acceptance).</summary>
    Stable,
}
