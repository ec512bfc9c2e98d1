using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>A duty's time has come.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Kind">What is due.</param>
/// <param name="Number">Which of its kind.</param>
/// <param name="DueAt">Its due time, UTC.</param>
public sealed record DutyFellDue(PairingId Pairing, DutyKind Kind, int Number, DateTimeOffset DueAt) : Fact;
