using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cover;

/// <summary>Opens the search for another mentor.</summary>
/// <param name="Pairing">The pairing that does not work, or is over.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Mentor">The mentor who is not to be proposed again.</param>
/// <param name="Mentee">Whom it is about.</param>
/// <param name="Reason">Why.</param>
public sealed record OpenCover(PairingId Pairing, CohortId Cohort, ParticipantId Mentor, ParticipantId Mentee, CoverReason Reason);
