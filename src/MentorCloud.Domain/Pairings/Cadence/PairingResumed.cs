using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>A pairing goes on after a pause.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="DaysMoved">By how many days every due date and the end of the term moved.</param>
public sealed record PairingResumed(PairingId Pairing, int DaysMoved) : Fact;
