using MentorCloud.Domain.Cohorts.Rounds.Comparisons;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Paging;

namespace MentorCloud.Gateway.Cohorts.Comparisons;

/// <summary>Fields of <c>RoundComparison</c>.</summary>
internal static class RoundComparisonFields
{
    public static bool SameWeights(RoundComparison parent) => parent.Rounds.Select(round => round.WeightsVersion).Distinct().Count() == 1;

    public static int SamePairs(RoundComparison parent) => parent.Drafts.SamePairs;

    public static Connection<PairDifference> Differences(RoundComparison parent, int first, string? after) =>
        PlaceCursors.Page(NameOf("differences", parent), parent.Drafts.Differences, first, after);

    public static Connection<UnmatchedDifference> Unmatched(RoundComparison parent, int first, string? after) =>
        PlaceCursors.Page(NameOf("unmatched", parent), parent.Drafts.Unmatched, first, after);

    /// <summary>The same rounds in another order are another list; many rounds make a long name, so it is a fingerprint.</summary>
    private static string NameOf(string list, RoundComparison parent) =>
        $"{list}:{EntityId.Derive<CommandId>(parent.Rounds[0].Tenant.Value, [.. parent.Rounds.Select(round => round.Id.ToString())])}";
}
