using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>A mentee needs another mentor at once: alternatives are to be ranked and proposed the same day.</summary>
/// <param name="Pairing">The pairing that ended.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Mentee">Who needs cover.</param>
public sealed record CoverNeeded(PairingId Pairing, CohortId Cohort, ParticipantId Mentee) : Fact;
