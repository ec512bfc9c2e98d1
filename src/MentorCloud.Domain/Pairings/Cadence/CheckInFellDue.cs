using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>A check-in's time has come.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Number">Which check-in.</param>
/// <param name="DueAt">Its due time, UTC.</param>
public sealed record CheckInFellDue(PairingId Pairing, int Number, DateTimeOffset DueAt) : Fact;
