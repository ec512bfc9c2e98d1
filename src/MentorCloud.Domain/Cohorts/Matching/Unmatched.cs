using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;

namespace MentorCloud.Domain.Cohorts.Matching;

/// <summary>Somebody whom a draft leaves without a partner.</summary>
/// <param name="Participant">Who.</param>
/// <param name="Kind">Mentor or mentee.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">A sentence for people.</param>
public sealed record Unmatched(ParticipantId Participant, ParticipantKind Kind, UnmatchedReason Reason, string Detail);
