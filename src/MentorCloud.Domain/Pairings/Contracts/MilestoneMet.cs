using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>A milestone was met.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Mentee">Whose.</param>
/// <param name="Number">How many milestones are met now.</param>
public sealed record MilestoneMet(PairingId Pairing, ParticipantId Mentee, int Number) : Fact;
