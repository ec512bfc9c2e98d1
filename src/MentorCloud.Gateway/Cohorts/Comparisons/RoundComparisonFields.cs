using MentorCloud.Domain.Cohorts.Rounds.Comparisons;
using MentorCloud.Gateway.Paging;

namespace MentorCloud.Gateway.Cohorts.Comparisons;

/// <summary>Fields of <c>RoundComparison</c>.</summary>
internal static class RoundComparisonFields
{
    public static bool SameWeights(RoundComparison parent) => parent.Rounds.Select(round => round.WeightsVersion).Distinct().Count() == 1;

    public static int SamePairs(RoundComparison parent) => parent.Drafts.SamePairs;

    public static Connection<PairDifference> Differences(RoundComparison parent, int first, string? after) =>
        PlaceCursors.Page(parent.Drafts.Differences, first, after);

    public static Connection<UnmatchedDifference> Unmatched(RoundComparison parent, int first, string? after) =>
        PlaceCursors.Page(parent.Drafts.Unmatched, first, after);
}
