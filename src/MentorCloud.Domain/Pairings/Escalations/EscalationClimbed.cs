using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Escalations;

/// <summary>Nobody answered an escalation in time: it climbed, or its last handler is to be reminded.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Number">Which.</param>
/// <param name="Handler">Whose turn it is now.</param>
/// <param name="Climbs">How often by now.</param>
public sealed record EscalationClimbed(PairingId Pairing, int Number, EscalationHandler Handler, int Climbs) : Fact, IConfided;
