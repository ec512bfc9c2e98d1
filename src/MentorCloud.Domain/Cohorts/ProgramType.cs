namespace MentorCloud.Domain.Cohorts;

/// <summary>Types of mentoring program (requirement 8). What each changes is in <see cref="ProgramRules"/>.</summary>
public enum ProgramType
{
    /// <summary>One mentor, one mentee.</summary>
    OneToOne,

    /// <summary>One mentor with several mentees, each in a pairing of their own, who meet together.</summary>
    Group,

    /// <summary>The junior mentors the senior.</summary>
    Reverse,

    /// <summary>One session, then a decision what comes of it.</summary>
    Flash,

    /// <summary>Peers who learn from each other: both sides have the mentee's rights.</summary>
    Peer,

    /// <summary>Several stages with another mentor each.</summary>
    Rotational,
}
