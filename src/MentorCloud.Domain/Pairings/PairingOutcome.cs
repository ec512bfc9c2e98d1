namespace MentorCloud.Domain.Pairings;

/// <summary>How a pairing ended.</summary>
public enum PairingOutcome
{
    /// <summary>Not over.</summary>
    None,

    /// <summary>The mentee goes on with another mentor by the rotation plan.</summary>
    Rotated,

    /// <summary>The objectives are reached.</summary>
    Graduated,

    /// <summary>Closed at the end of its term without more.</summary>
    Closed,

    /// <summary>Ended without fault because a side asked for somebody else (requirement 59).</summary>
    Reassigned,

    /// <summary>A partner left (requirement 60).</summary>
    PartnerLeft,

    /// <summary>Closed by the program before both had signed a contract.</summary>
    NotBegun,
}
