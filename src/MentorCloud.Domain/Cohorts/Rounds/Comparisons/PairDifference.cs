using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Rounds.Comparisons;

/// <summary>A mentee whom the drafts do not all give the same mentor.</summary>
/// <param name="Mentee">The mentee.</param>
/// <param name="Proposals">For each draft, in the order asked, the mentee's pair; null where there is none.</param>
public sealed record PairDifference(ParticipantId Mentee, ImmutableArray<Proposal?> Proposals);
