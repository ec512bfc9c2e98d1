using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.Domain.Cohorts.Rounds.Edits;

/// <summary>One change of a draft.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Pair">The pair to make or to part; the first of the two that exchange mentors.</param>
/// <param name="Other">The second of the two that exchange mentors; null for the other kinds.</param>
public sealed record DraftEdit(DraftEditKind Kind, MatchPair Pair, MatchPair? Other = null);
