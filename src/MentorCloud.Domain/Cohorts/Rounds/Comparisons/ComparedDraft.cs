using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Rounds.Comparisons;

/// <summary>One draft to compare, with all that its pages hold.</summary>
/// <param name="Round">The round.</param>
/// <param name="Proposals">Its pairs.</param>
/// <param name="Unmatched">Whom it leaves.</param>
public sealed record ComparedDraft(RoundId Round, ImmutableArray<Proposal> Proposals, ImmutableArray<Unmatched> Unmatched);
