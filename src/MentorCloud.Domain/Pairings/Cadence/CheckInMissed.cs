using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>A check-in was not logged within the days of grace.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Number">Which check-in.</param>
public sealed record CheckInMissed(PairingId Pairing, int Number) : Fact;
