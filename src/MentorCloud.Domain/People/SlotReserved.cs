using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>A participant is held by a pairing.</summary>
/// <param name="Participant">The participant.</param>
/// <param name="Pairing">The pairing.</param>
/// <param name="Partner">The other side.</param>
public sealed record SlotReserved(ParticipantId Participant, PairingId Pairing, ParticipantId Partner) : Fact;
