using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Escalations;

/// <summary>An escalation was resolved.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Number">Which.</param>
/// <param name="By">Who; null in facts of earlier releases.</param>
public sealed record EscalationResolved(PairingId Pairing, int Number, AccountId? By = null) : Fact, IConfided;
