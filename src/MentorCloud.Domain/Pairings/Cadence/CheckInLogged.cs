using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>A check-in was held and logged.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Number">Which check-in.</param>
/// <param name="HeldAt">When it was held, UTC.</param>
/// <param name="Minutes">How long.</param>
public sealed record CheckInLogged(PairingId Pairing, int Number, DateTimeOffset HeldAt, int Minutes) : Fact;
