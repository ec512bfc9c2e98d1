using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Explanations;

/// <summary>Answers questions about a solved assignment: why this pair, why not that one, why nobody, what if.</summary>
/// <param name="problem">The problem that was solved.</param>
/// <param name="result">Its answer.</param>
public sealed class AssignmentExplainer(AssignmentProblem problem, AssignmentResult result)
{
    private readonly HashSet<PairId> _vetoes = [.. problem.Vetoes];

    /// <summary>Rank of a pair among the alternatives of either side. Time: one row and one column of scores.</summary>
    /// <exception cref="MatchingException"><see cref="MatchingErrors.Pair"/> if the pair is forbidden and so has no rank.</exception>
    public PairStanding Pair(int mentee, int mentor)
    {
        var own = problem.Scores.At(mentee, mentor);
        if (own == FixedPoint.Forbidden)
            throw new MatchingException(MatchingErrors.Pair, "A forbidden pair has no rank; ask why it is not in the assignment.");
        var row = new long[problem.Scores.Mentors];
        problem.Scores.Fill(mentee, row);
        var column = Enumerable.Range(0, problem.Scores.Mentees).Select(i => problem.Scores.At(i, mentor)).ToArray();
        return new PairStanding(own, 1 + row.Count(s => s > own), row.Count(Allowed), 1 + column.Count(s => s > own), column.Count(Allowed));
    }

    /// <summary>Why a pair is not in the assignment, with the exact cost and moves of pinning it. Time: one re-solve.</summary>
    public ExclusionAnswer WhyNot(int mentee, int mentor, CancellationToken cancellation = default)
    {
        var pair = new PairId(mentee, mentor);
        if (result.Pairs.Any(p => p.Mentee == mentee && p.Mentor == mentor))
            return new ExclusionAnswer(ExclusionReason.Included, null);
        if (problem.Scores.At(mentee, mentor) == FixedPoint.Forbidden)
            return new ExclusionAnswer(ExclusionReason.Forbidden, null);
        if (_vetoes.Contains(pair))
            return new ExclusionAnswer(ExclusionReason.Vetoed, null);
        var demand = problem.MenteeDemand.IsDefault ? 1 : problem.MenteeDemand[mentee];
        if (problem.Pins.Count(p => p.Mentor == mentor) >= problem.MentorCapacity[mentor] || problem.Pins.Count(p => p.Mentee == mentee) >= demand)
            return new ExclusionAnswer(ExclusionReason.NoRoom, null);
        return new ExclusionAnswer(ExclusionReason.NotBest, WhatIf(problem with { Pins = problem.Pins.Add(pair) }, cancellation));
    }

    /// <summary>
    /// Solves a changed problem (weights, pins, vetoes, capacities) and tells the difference before anything is published.
    /// Starts from the known answer where that helps.
    /// </summary>
    /// <param name="changed">The problem as it would be, for the same people.</param>
    /// <param name="cancellation">Stops the solve.</param>
    public AssignmentChange WhatIf(AssignmentProblem changed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(changed);
        var after = AssignmentSolver.Solve(changed, null, result.Resume, cancellation);
        var sameScores = ReferenceEquals(changed.Scores, problem.Scores);
        var before = sameScores ? result.Total : result.Pairs.Select(p => changed.Scores.At(p.Mentee, p.Mentor)).Where(Allowed).Sum();
        var old = result.Pairs.ToLookup(p => p.Mentee, p => p.Mentor);
        var fresh = after.Pairs.ToLookup(p => p.Mentee, p => p.Mentor);
        var moves = Enumerable.Range(0, problem.Scores.Mentees)
            .Where(i => !old[i].SequenceEqual(fresh[i]))
            .Select(i => new AssignmentMove(i, [.. old[i]], [.. fresh[i]]));
        return new AssignmentChange(after.Total - before, [.. moves], after);
    }

    /// <summary>The binding reason why a mentee has fewer mentors than wanted. Time: one row of scores and at most one re-solve.</summary>
    public UnmatchedAnswer Unmatched(int mentee, CancellationToken cancellation = default)
    {
        var row = new long[problem.Scores.Mentors];
        problem.Scores.Fill(mentee, row);
        var allowed = Enumerable.Range(0, row.Length).Where(j => Allowed(row[j]) && !_vetoes.Contains(new PairId(mentee, j))).ToArray();
        if (!result.UnmatchedMentees.Contains(mentee))
            return new UnmatchedAnswer(UnmatchedReason.Matched, allowed.Length, null, null);
        if (allowed.Length == 0)
            return new UnmatchedAnswer(UnmatchedReason.NobodyAllowed, 0, null, null);
        var own = result.Pairs.Where(p => p.Mentee == mentee).Select(p => p.Mentor).ToHashSet();
        var others = allowed.Where(j => !own.Contains(j)).ToArray();
        if (others.Length == 0)
            return new UnmatchedAnswer(UnmatchedReason.AlreadyHasAll, allowed.Length, null, null);
        var withPlaces = others.Where(j => problem.MentorCapacity[j] > 0).ToArray();
        if (withPlaces.Length == 0)
            return new UnmatchedAnswer(UnmatchedReason.NoCapacity, allowed.Length, null, null);
        if (problem.Objective == AssignmentObjective.Total && withPlaces.All(j => row[j] < 0))
            return new UnmatchedAnswer(UnmatchedReason.WouldLowerTotal, allowed.Length, null, null);
        return Nearest(row, allowed.Length, withPlaces, mentee, cancellation);
    }

    /// <summary>The mentor whose price exceeds the mentee's score by least, and what a place there would cost the cohort.</summary>
    private UnmatchedAnswer Nearest(long[] row, int allowed, int[] mentors, int mentee, CancellationToken cancellation)
    {
        if (result.Certificate is not DualCertificate duals)
            return new UnmatchedAnswer(UnmatchedReason.MentorsFull, allowed, mentors.MaxBy(j => row[j]), null);
        var free = mentors.Where(j => problem.Pins.Count(p => p.Mentor == j) < problem.MentorCapacity[j]).ToArray();
        if (free.Length == 0)
            return new UnmatchedAnswer(UnmatchedReason.MentorsFull, allowed, null, null);
        var nearest = free.MinBy(j => duals.MentorPrice[j] - row[j]);
        var pinned = WhatIf(problem with { Pins = problem.Pins.Add(new PairId(mentee, nearest)) }, cancellation);
        return new UnmatchedAnswer(UnmatchedReason.MentorsFull, allowed, nearest, Math.Max(0, result.Value - pinned.Result.Value));
    }

    private static bool Allowed(long score) => score != FixedPoint.Forbidden;
}
