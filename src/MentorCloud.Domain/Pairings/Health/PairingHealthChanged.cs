using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Health;

/// <summary>A pairing stands otherwise than before, or for other reasons.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="From">How it stood.</param>
/// <param name="To">How it stands.</param>
/// <param name="Reasons">Why.</param>
public sealed record PairingHealthChanged(
    PairingId Pairing, CohortId Cohort, HealthStatus From, HealthStatus To, ImmutableArray<HealthReason> Reasons) : Fact;
