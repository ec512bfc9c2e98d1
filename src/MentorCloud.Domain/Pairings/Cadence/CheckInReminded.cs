using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>Both sides are to be reminded of a due check-in.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Number">Which check-in.</param>
public sealed record CheckInReminded(PairingId Pairing, int Number) : Fact;
