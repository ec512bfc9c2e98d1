namespace MentorCloud.Domain.Pairings.Health;

/// <summary>Why a pairing does not stand better. Texts for people are made of these at the edge.</summary>
public enum HealthReason
{
    /// <summary>The contract is due for signature.</summary>
    ContractDue,

    /// <summary>The contract was not signed within three weeks.</summary>
    ContractUnsigned,

    /// <summary>The last check-in was missed.</summary>
    CheckInMissed,

    /// <summary>The last two check-ins were missed.</summary>
    TwoCheckInsMissed,

    /// <summary>The last three check-ins or more were missed.</summary>
    CheckInsSilent,

    /// <summary>The last alignment check found no progress.</summary>
    NoProgress,

    /// <summary>As many alignment checks in a row as the cohort sets (two by default) found no progress.</summary>
    NoProgressRepeated,

    /// <summary>The midcourse correction was missed.</summary>
    MidcourseMissed,

    /// <summary>A milestone is past its day.</summary>
    MilestoneOverdue,

    /// <summary>The last three rated sessions were rated below 2.5 on average.</summary>
    SessionsRatedLow,

    /// <summary>The term is over and nobody has decided what comes after it.</summary>
    TermUndecided,
}
