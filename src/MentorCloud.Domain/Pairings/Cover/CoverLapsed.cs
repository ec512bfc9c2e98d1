using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cover;

/// <summary>A search for another mentor has lost its reason.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Cohort">Its cohort.</param>
public sealed record CoverLapsed(PairingId Pairing, CohortId Cohort) : Fact;
