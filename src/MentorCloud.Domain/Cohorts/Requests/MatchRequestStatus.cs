namespace MentorCloud.Domain.Cohorts.Requests;

/// <summary>Where a match request is in its life.</summary>
public enum MatchRequestStatus
{
    /// <summary>It waits for the other side.</summary>
    Open,

    /// <summary>The other side has consented; places are being reserved.</summary>
    Accepting,

    /// <summary>The two have a pairing.</summary>
    Matched,

    /// <summary>The other side does not want it.</summary>
    Declined,

    /// <summary>The side that asked took it back.</summary>
    Withdrawn,

    /// <summary>Nobody answered in time, a reminder notwithstanding.</summary>
    Expired,

    /// <summary>The mentee has found another mentor, or the cohort was closed.</summary>
    Overtaken,
}
