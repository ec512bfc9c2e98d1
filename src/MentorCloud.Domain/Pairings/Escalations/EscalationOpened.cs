using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Escalations;

/// <summary>An escalation was opened.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Number">Which.</param>
/// <param name="Handler">Whose turn it is.</param>
public sealed record EscalationOpened(PairingId Pairing, int Number, EscalationHandler Handler) : Fact, IConfided;
