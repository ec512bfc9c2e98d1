using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>One pairing that a participant is held by: a unit of a mentor's capacity, or a mentee's place in a cohort.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Partner">The other side.</param>
/// <param name="Cohort">The cohort.</param>
/// <param name="ReservedAt">When it was reserved, UTC.</param>
public sealed record PairingSlot(PairingId Pairing, ParticipantId Partner, CohortId Cohort, DateTimeOffset ReservedAt);
