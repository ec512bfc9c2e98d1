using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Health;

/// <summary>How a pairing stands, and why.</summary>
/// <param name="Status">The worst that any reason gives.</param>
/// <param name="Reasons">Why, in order of the enumeration; none when on track.</param>
public sealed record PairingHealth(HealthStatus Status, ImmutableArray<HealthReason> Reasons)
{
    /// <summary>A new pairing's.</summary>
    public static PairingHealth New { get; } = new(HealthStatus.OnTrack, []);
}
