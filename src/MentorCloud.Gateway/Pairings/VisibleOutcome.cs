namespace MentorCloud.Gateway.Pairings;

/// <summary>How a pairing ended, as the schema names it; one that lives has no outcome.</summary>
internal enum VisibleOutcome
{
    Rotated,
    Graduated,
    Closed,
    Reassigned,
    PartnerLeft,
    NotBegun,
}
