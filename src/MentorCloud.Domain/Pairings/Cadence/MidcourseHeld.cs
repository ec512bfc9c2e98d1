using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>The midcourse correction was held.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="AmendmentWanted">Whether the contract is to be amended.</param>
public sealed record MidcourseHeld(PairingId Pairing, bool AmendmentWanted) : Fact;
