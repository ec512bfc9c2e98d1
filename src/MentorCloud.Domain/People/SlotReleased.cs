using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>A participant is no longer held by a pairing.</summary>
/// <param name="Participant">The participant.</param>
/// <param name="Pairing">The pairing.</param>
public sealed record SlotReleased(ParticipantId Participant, PairingId Pairing) : Fact;
