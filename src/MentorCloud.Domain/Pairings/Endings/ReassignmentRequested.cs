using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>Somebody asked the program for another partner. Who it was is not in the fact.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Cohort">Its cohort.</param>
public sealed record ReassignmentRequested(PairingId Pairing, CohortId Cohort) : Fact, IConfided;
