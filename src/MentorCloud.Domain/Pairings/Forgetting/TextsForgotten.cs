using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Forgetting;

/// <summary>What was written in a pairing is gone.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Side">Whose words; null for everybody's, at the end of the tenant's retention time.</param>
public sealed record TextsForgotten(PairingId Pairing, PairingSide? Side) : Fact;
