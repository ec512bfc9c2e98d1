using System.Collections.Immutable;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>Whether the pairs are allowed and everything that the result says of them is so, whatever the objective.</summary>
internal static class FeasibilityCheck
{
    /// <summary>The first broken rule or false statement, or null. Takes any result, of any lengths and indices.</summary>
    public static string? Fault(AssignmentProblem problem, AssignmentResult result)
    {
        if (result.Pairs.IsDefault || result.UnmatchedMentees.IsDefault || result.MentorsWithRoom.IsDefault)
            return "A list of the result is missing.";
        if (OrderFault(problem.Scores, result.Pairs) is { } order)
            return order;
        var taken = result.Pairs.Select(p => new PairId(p.Mentee, p.Mentor)).ToHashSet();
        return RuleFault(problem, result.Pairs, taken) ?? ScoreFault(problem, result.Pairs)
            ?? PlacesFault(problem, result) ?? SumFault(problem, result, taken);
    }

    private static string? OrderFault(PairScores scores, ImmutableArray<AssignedPair> pairs)
    {
        foreach (var pair in pairs)
        {
            if ((uint)pair.Mentee >= (uint)scores.Mentees || (uint)pair.Mentor >= (uint)scores.Mentors)
                return $"There is no mentee {pair.Mentee} or no mentor {pair.Mentor}.";
        }

        foreach (var (before, after) in pairs.Zip(pairs.Skip(1)))
        {
            if ((before.Mentee, before.Mentor).CompareTo((after.Mentee, after.Mentor)) >= 0)
                return $"Mentee {after.Mentee} and mentor {after.Mentor} stand twice or out of order.";
        }

        return null;
    }

    private static string? RuleFault(AssignmentProblem problem, ImmutableArray<AssignedPair> pairs, HashSet<PairId> taken)
    {
        var pins = problem.Pins.ToHashSet();
        if (pairs.Any(p => p.Pinned != pins.Contains(new PairId(p.Mentee, p.Mentor))))
            return "A pair is marked as pinned that is not, or the other way round.";
        if (!taken.IsSupersetOf(pins))
            return "A pin is missing.";
        return problem.Vetoes.Any(taken.Contains) ? "A vetoed pair is taken." : null;
    }

    private static string? ScoreFault(AssignmentProblem problem, ImmutableArray<AssignedPair> pairs)
    {
        var row = new long[problem.Scores.Mentors];
        foreach (var group in pairs.GroupBy(p => p.Mentee))
        {
            problem.Scores.Fill(group.Key, row);
            foreach (var pair in group)
            {
                if (row[pair.Mentor] == FixedPoint.Forbidden || row[pair.Mentor] != pair.Score)
                    return $"The score of mentee {pair.Mentee} and mentor {pair.Mentor} is {row[pair.Mentor]}, not {pair.Score}.";
            }
        }

        return null;
    }

    /// <summary>Capacities, demands, and the two lists of who has places left.</summary>
    private static string? PlacesFault(AssignmentProblem problem, AssignmentResult result)
    {
        var room = problem.MentorCapacity.ToArray();
        var wanted = problem.MenteeDemand.IsDefault ? [.. Enumerable.Repeat(1, problem.Scores.Mentees)] : problem.MenteeDemand.ToArray();
        foreach (var pair in result.Pairs)
        {
            room[pair.Mentor]--;
            wanted[pair.Mentee]--;
        }

        if (room.Any(places => places < 0))
            return "A mentor has more mentees than capacity.";
        if (wanted.Any(places => places < 0))
            return "A mentee has more mentors than wanted.";
        if (!Left(wanted).SequenceEqual(result.UnmatchedMentees))
            return "The unmatched mentees are others than stated.";
        return Left(room).SequenceEqual(result.MentorsWithRoom) ? null : "The mentors with room are others than stated.";
    }

    private static IEnumerable<int> Left(int[] places) => Enumerable.Range(0, places.Length).Where(at => places[at] > 0);

    private static string? SumFault(AssignmentProblem problem, AssignmentResult result, HashSet<PairId> taken)
    {
        Int128 total = 0, broken = 0;
        foreach (var pair in result.Pairs)
            total += pair.Score;
        foreach (var standing in problem.Standing)
            broken += taken.Contains(new PairId(standing.Mentee, standing.Mentor)) ? 0 : standing.BreakingCost;
        if (total != result.Total)
            return $"The pairs sum to {total}, not {result.Total}.";
        return total - broken == result.Value ? null : $"The value of the pairs is {total - broken}, not {result.Value}.";
    }
}
