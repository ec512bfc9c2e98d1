using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>Both sides are to be reminded of a due duty.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Kind">What is due.</param>
/// <param name="Number">Which of its kind.</param>
/// <param name="Reminder">1 for the first reminder.</param>
public sealed record DutyReminded(PairingId Pairing, DutyKind Kind, int Number, int Reminder) : Fact;
