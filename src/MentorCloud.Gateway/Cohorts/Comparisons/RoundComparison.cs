using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Cohorts.Rounds.Comparisons;

namespace MentorCloud.Gateway.Cohorts.Comparisons;

/// <summary>The object of the same name.</summary>
internal sealed record RoundComparison(IReadOnlyList<RoundRow> Rounds, DraftComparison Drafts);
