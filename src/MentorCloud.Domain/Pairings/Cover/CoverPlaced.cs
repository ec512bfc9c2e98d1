using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cover;

/// <summary>A mentee has another mentor.</summary>
/// <param name="Pairing">The pairing before.</param>
/// <param name="Successor">The new pairing.</param>
/// <param name="Mentor">The new mentor.</param>
/// <param name="Mentee">The mentee.</param>
public sealed record CoverPlaced(PairingId Pairing, PairingId Successor, ParticipantId Mentor, ParticipantId Mentee) : Fact;
