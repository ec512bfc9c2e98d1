namespace MentorCloud.Domain.Cohorts.Matching;

/// <summary>Why somebody stays without a partner.</summary>
public enum UnmatchedReason
{
    /// <summary>Hard rules forbid every possible partner; the detail names the rules.</summary>
    NoAllowedPartner,

    /// <summary>All capacity on the other side is used by pairs whose total is better.</summary>
    CapacityUsedUp,

    /// <summary>A mentor with free capacity: no mentee is left, or every mentee's total is better elsewhere.</summary>
    NoMenteeLeft,
}
