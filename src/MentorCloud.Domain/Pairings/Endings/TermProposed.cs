using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>One side has said what it wants to become of the pairing.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="By">Who.</param>
/// <param name="Choice">What.</param>
/// <param name="Months">Months to extend by; 0 otherwise.</param>
public sealed record TermProposed(PairingId Pairing, PairingSide By, TermChoice Choice, int Months) : Fact;
