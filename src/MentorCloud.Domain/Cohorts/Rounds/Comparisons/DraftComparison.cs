using System.Collections.Immutable;

namespace MentorCloud.Domain.Cohorts.Rounds.Comparisons;

/// <summary>How drafts of one cohort differ.</summary>
/// <param name="SamePairs">Pairs that all of them have.</param>
/// <param name="Differences">Mentees with different mentors, by id.</param>
/// <param name="Unmatched">Whoever stays without a partner somewhere, by id.</param>
public sealed record DraftComparison(
    int SamePairs, ImmutableArray<PairDifference> Differences, ImmutableArray<UnmatchedDifference> Unmatched)
{
    /// <summary>How many drafts can be compared at once.</summary>
    public const int MostDrafts = 4;

    /// <summary>Compares. Time: all pairs of all drafts.</summary>
    /// <param name="drafts">Two or more.</param>
    /// <returns>The comparison.</returns>
    public static DraftComparison Of(IReadOnlyList<ComparedDraft> drafts)
    {
        var byMentee = drafts.Select(draft => draft.Proposals.ToDictionary(proposal => proposal.Mentee)).ToList();
        var rows = byMentee.SelectMany(draft => draft.Keys).Distinct().OrderBy(mentee => mentee.ToString(), StringComparer.Ordinal)
            .Select(mentee => new PairDifference(mentee, [.. byMentee.Select(draft => draft.GetValueOrDefault(mentee))]))
            .ToLookup(row => row.Proposals.Select(proposal => proposal?.Mentor).Distinct().Count() > 1);
        return new DraftComparison(rows[false].Count(), [.. rows[true]], [.. WithoutPartner(drafts)]);
    }

    private static IEnumerable<UnmatchedDifference> WithoutPartner(IReadOnlyList<ComparedDraft> drafts)
    {
        var left = drafts.Select(draft => draft.Unmatched.Select(each => each.Participant).ToHashSet()).ToList();
        return drafts.SelectMany(draft => draft.Unmatched).DistinctBy(each => each.Participant)
            .OrderBy(each => each.Participant.ToString(), StringComparer.Ordinal)
            .Select(each => new UnmatchedDifference(each.Participant, each.Kind, [.. left.Select(draft => draft.Contains(each.Participant))]));
    }
}
