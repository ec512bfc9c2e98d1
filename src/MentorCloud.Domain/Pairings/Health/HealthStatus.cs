namespace MentorCloud.Domain.Pairings.Health;

/// <summary>How a pairing stands (requirement 71), best first.</summary>
public enum HealthStatus
{
    /// <summary>Nothing to worry about.</summary>
    OnTrack,

    /// <summary>Something slipped.</summary>
    Drifting,

    /// <summary>Without help it will fail.</summary>
    AtRisk,

    /// <summary>Nothing moves any more.</summary>
    Stalled,
}
