using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>A duty was done and logged.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Number">Which of its kind.</param>
/// <param name="HeldAt">When, UTC.</param>
/// <param name="Minutes">How long.</param>
public sealed record DutyDone(PairingId Pairing, DutyKind Kind, int Number, DateTimeOffset HeldAt, int Minutes) : Fact;
