using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings;

/// <summary>A pairing is over. The history stays with the mentee.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Mentor">The mentor.</param>
/// <param name="Mentee">The mentee.</param>
/// <param name="Outcome">How.</param>
public sealed record PairingEnded(
    PairingId Pairing, CohortId Cohort, ParticipantId Mentor, ParticipantId Mentee, PairingOutcome Outcome) : Fact;
