using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>Whether the pairs themselves are allowed, whatever the objective.</summary>
internal static class FeasibilityCheck
{
    /// <summary>The first broken rule, or null.</summary>
    public static string? Fault(AssignmentProblem problem, AssignmentResult result)
    {
        var load = new int[problem.Scores.Mentors];
        var given = new int[problem.Scores.Mentees];
        var seen = new HashSet<PairId>();
        Int128 total = 0;
        foreach (var pair in result.Pairs)
        {
            var id = new PairId(pair.Mentee, pair.Mentor);
            if (!seen.Add(id))
                return $"Mentee {pair.Mentee} has mentor {pair.Mentor} twice.";
            load[pair.Mentor]++;
            given[pair.Mentee]++;
            total += pair.Score;
        }

        if (total != result.Total)
            return $"The pairs sum to {total}, not {result.Total}.";
        if (result.Pairs.Any(p => p.Pinned != problem.Pins.Contains(new PairId(p.Mentee, p.Mentor))))
            return "A pair is marked as pinned that is not, or the other way round.";
        if (problem.Pins.Any(p => !seen.Contains(p)))
            return "A pin is missing.";
        if (problem.Vetoes.Any(seen.Contains))
            return "A vetoed pair is taken.";
        if (Enumerable.Range(0, load.Length).Any(j => load[j] > problem.MentorCapacity[j]))
            return "A mentor has more mentees than capacity.";
        if (Enumerable.Range(0, given.Length).Any(i => given[i] > (problem.MenteeDemand.IsDefault ? 1 : problem.MenteeDemand[i])))
            return "A mentee has more mentors than wanted.";
        return ScoreFault(problem, result);
    }

    private static string? ScoreFault(AssignmentProblem problem, AssignmentResult result)
    {
        var row = new long[problem.Scores.Mentors];
        foreach (var group in result.Pairs.GroupBy(p => p.Mentee))
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
}
