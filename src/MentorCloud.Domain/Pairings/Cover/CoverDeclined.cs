using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cover;

/// <summary>The program decided that nobody else is needed.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Cohort">Its cohort.</param>
public sealed record CoverDeclined(PairingId Pairing, CohortId Cohort) : Fact;
