using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings;

/// <summary>A pairing became real.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Mentor">The mentor.</param>
/// <param name="Mentee">The mentee.</param>
public sealed record PairingPublished(PairingId Pairing, CohortId Cohort, ParticipantId Mentor, ParticipantId Mentee) : Fact;
