using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>The month is over in which a mentor gave a pairing more hours than the contract says: they can be assigned again.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Mentor">The mentor.</param>
/// <param name="Month">Year times 100 and month.</param>
public sealed record MentorOverloadPassed(PairingId Pairing, ParticipantId Mentor, int Month) : Fact;
