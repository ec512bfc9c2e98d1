using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cover;

/// <summary>Alternatives for a mentee wait for the program's decision.</summary>
/// <param name="Pairing">The pairing that does not work, or is over.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Mentee">Whom it is about.</param>
/// <param name="Alternatives">How many; 0 when nobody has room.</param>
public sealed record CoverProposed(PairingId Pairing, CohortId Cohort, ParticipantId Mentee, int Alternatives) : Fact;
