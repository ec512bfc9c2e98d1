using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>A duty was called off.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Kind">What was called off.</param>
/// <param name="Number">Which of its kind.</param>
public sealed record DutyExcused(PairingId Pairing, DutyKind Kind, int Number) : Fact;
