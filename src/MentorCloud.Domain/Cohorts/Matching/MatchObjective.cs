namespace MentorCloud.Domain.Cohorts.Matching;

/// <summary>What a matching round makes best (requirement 19).</summary>
public enum MatchObjective
{
    /// <summary>The largest sum of scores.</summary>
    Total,

    /// <summary>The best worst-off first, then the next, then the sum; among assignments with the most pairs.</summary>
    Fair,

    /// <summary>The most pairs first, then the sum.</summary>
    Coverage,

    /// <summary>No mentor and mentee who would both rather have each other.</summary>
    Stable,
}
