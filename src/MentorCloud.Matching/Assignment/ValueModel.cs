using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment;

/// <summary>
/// What a pair is worth to the linear objectives: score + breaking cost of a standing pair + the mentee's tier.
/// Pins are taken out of capacities and demands here, so that everything behind sees one plain problem.
/// </summary>
internal sealed class ValueModel
{
    private static readonly int[] None = [];
    private readonly Dictionary<int, int[]> _blocked = [];
    private readonly Dictionary<int, StandingPair[]> _standing;

    public ValueModel(AssignmentProblem problem, (long Pair, long PassedOver)? tiers = null)
    {
        Problem = problem;
        Scores = problem.Scores;
        Capacity = [.. problem.MentorCapacity];
        Demand = problem.MenteeDemand.IsDefault ? [.. Enumerable.Repeat(1, Scores.Mentees)] : [.. problem.MenteeDemand];
        foreach (var pin in problem.Pins)
        {
            Capacity[pin.Mentor]--;
            Demand[pin.Mentee]--;
        }

        foreach (var group in problem.Pins.Concat(problem.Vetoes).Distinct().GroupBy(p => p.Mentee))
            _blocked.Add(group.Key, [.. group.Select(p => p.Mentor).Order()]);
        _standing = problem.Standing.GroupBy(s => s.Mentee).ToDictionary(g => g.Key, g => g.OrderBy(s => s.Mentor).ToArray());
        (PairTier, PassedOverTier) = tiers ?? Tiers.Of(this);
        MenteeTier = new long[Scores.Mentees];
        Array.Fill(MenteeTier, PairTier);
        foreach (var i in problem.PassedOver)
            MenteeTier[i] += PassedOverTier;
    }

    public AssignmentProblem Problem { get; }

    public PairScores Scores { get; }

    /// <summary>Places left to each mentor after pins.</summary>
    public int[] Capacity { get; }

    /// <summary>Mentors still wanted by each mentee after pins.</summary>
    public int[] Demand { get; }

    public long PairTier { get; }

    public long PassedOverTier { get; }

    /// <summary>Added to every pair of the mentee.</summary>
    public long[] MenteeTier { get; }

    /// <summary>Least score plus breaking cost that a pair may have: 0 where a pair must not lower the sum.</summary>
    public long LeastScore => Problem.Objective == AssignmentObjective.Total ? 0 : -FixedPoint.MaxMagnitude;

    /// <summary>Mentors pinned to or vetoed for a mentee, ascending.</summary>
    public int[] Blocked(int mentee) => _blocked.Count > 0 && _blocked.TryGetValue(mentee, out var list) ? list : None;

    public bool IsBlocked(int mentee, int mentor) => _blocked.Count > 0 && Array.BinarySearch(Blocked(mentee), mentor) >= 0;

    public ReadOnlySpan<StandingPair> StandingOf(int mentee) =>
        _standing.Count > 0 && _standing.TryGetValue(mentee, out var list) ? list : default;

    /// <summary>Breaking cost of a pair, 0 if it does not stand.</summary>
    public long BreakingCost(int mentee, int mentor)
    {
        foreach (var pair in StandingOf(mentee))
        {
            if (pair.Mentor == mentor)
                return pair.BreakingCost;
        }

        return 0;
    }
}
