using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;

namespace MentorCloud.Domain.Cohorts;

/// <summary>One member on a roster page.</summary>
/// <param name="Participant">The person.</param>
/// <param name="Kind">Mentor or mentee.</param>
public sealed record RosterMember(ParticipantId Participant, ParticipantKind Kind);
