using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Health;

namespace MentorCloud.Gateway.Subscriptions;

/// <summary>The type of the same name.</summary>
internal sealed record HealthChange(PairingRow Pairing, HealthStatus From, HealthStatus To);
