using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;

namespace MentorCloud.Domain.Cohorts.Rounds.Comparisons;

/// <summary>Somebody whom at least one draft leaves without a partner.</summary>
/// <param name="Participant">Who.</param>
/// <param name="Kind">Mentor or mentee.</param>
/// <param name="In">For each draft, in the order asked, whether it leaves them.</param>
public sealed record UnmatchedDifference(ParticipantId Participant, ParticipantKind Kind, ImmutableArray<bool> In);
