using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Escalations;

/// <summary>Somebody has taken an escalation on.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Number">Which.</param>
/// <param name="By">Who.</param>
public sealed record EscalationAcknowledged(PairingId Pairing, int Number, AccountId By) : Fact, IConfided;
