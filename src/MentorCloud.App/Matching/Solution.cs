using System.Collections.Immutable;
using MentorCloud.Contracts.Solving;
using MentorCloud.Matching.Assignment;

namespace MentorCloud.App.Matching;

/// <summary>A solved match with everything that questions about it need.</summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Result">The answer.</param>
/// <param name="Verified">Whether the separate checker confirmed it.</param>
internal sealed record Solution(CohortProblem Problem, AssignmentResult Result, bool Verified)
{
    /// <summary>Whether people, levels or places have changed since the draft that this stands for.</summary>
    public bool InputsChanged { get; init; }

    /// <summary>The best total of the same people, where the objective is no sum; null where it is.</summary>
    public long? BestTotal { get; init; }

    /// <summary>How many people it keeps in memory.</summary>
    public int People => Problem.Task.Mentors.Length + Problem.Task.Mentees.Length;

    /// <summary>The draft to store.</summary>
    public SolvedDraft ToDraft()
    {
        var proposals = Result.Pairs.Select(pair => Problem.Propose(pair.Mentee, pair.Mentor)).ToImmutableArray();
        var total = proposals.Sum(proposal => proposal.Score);
        return new SolvedDraft(
            proposals,
            [.. new UnmatchedReasons(Problem, Result).All()],
            total,
            BoundOn(total),
            Verified);
    }

    /// <summary>
    /// The bound on any draft's total. The certificate bounds the value; what standing pairs, kept or broken, add to or take from it
    /// is no part of the total. Fair and stable drafts are no sums: what bounds them is the best total of the same people.
    /// </summary>
    private long BoundOn(long total) => Result.UpperBound is { } bound ? total + Math.Max(0, bound - Result.Value) : Math.Max(total, BestTotal ?? total);
}
