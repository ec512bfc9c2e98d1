using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>A duty was not done within its days of grace.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Kind">What was missed.</param>
/// <param name="Number">Which of its kind.</param>
public sealed record DutyMissed(PairingId Pairing, DutyKind Kind, int Number) : Fact;
