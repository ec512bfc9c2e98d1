using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>One page of a round's draft.</summary>
/// <param name="Proposals">At most <see cref="EntriesPerPage"/>.</param>
/// <param name="Unmatched">At most <see cref="EntriesPerPage"/>.</param>
public sealed record DraftPageState(ImmutableArray<Proposal> Proposals, ImmutableArray<Unmatched> Unmatched)
{
    /// <summary>How many proposals, and how many unmatched, a page holds: it stays under 64 KB.</summary>
    public const int EntriesPerPage = 50;
}
