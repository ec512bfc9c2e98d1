using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>Looks at every allowed pair for one that blocks: both have room or somebody they like strictly less.</summary>
internal static class StableCheck
{
    public static CertificateVerdict Check(AssignmentProblem problem, AssignmentResult result, CancellationToken cancellation)
    {
        var standing = problem.Standing.ToDictionary(s => new PairId(s.Mentee, s.Mentor), s => s.BreakingCost);
        var passedOver = problem.PassedOver.ToHashSet();
        var taken = result.Pairs.Select(p => new PairId(p.Mentee, p.Mentor)).ToHashSet();
        var mentors = problem.MentorPreferences ?? problem.Scores;
        if (problem.MentorPreferences is not null && result.Pairs.Any(p => !p.Pinned && mentors.At(p.Mentee, p.Mentor) == FixedPoint.Forbidden))
            return CertificateVerdict.Fails("A mentor has a mentee whom they refuse.");
        long Cost(int i, int j) => standing.GetValueOrDefault(new PairId(i, j));
        (int, long) Key(int i, int j) => (passedOver.Contains(i) ? 1 : 0, mentors.At(i, j) + Cost(i, j));

        var menteeWorst = result.Pairs.Where(p => !p.Pinned).GroupBy(p => p.Mentee).ToDictionary(g => g.Key, g => g.Min(p => p.Score + Cost(p.Mentee, p.Mentor)));
        var mentorWorst = result.Pairs.Where(p => !p.Pinned).GroupBy(p => p.Mentor).ToDictionary(g => g.Key, g => g.Min(p => Key(p.Mentee, p.Mentor)));
        var menteeOpen = problem.Scores.Mentees == 0 ? [] : Open(problem.MenteeDemand.IsDefault ? [.. Enumerable.Repeat(1, problem.Scores.Mentees)] : problem.MenteeDemand.ToArray(), result.Pairs.Select(p => p.Mentee));
        var mentorOpen = Open(problem.MentorCapacity.ToArray(), result.Pairs.Select(p => p.Mentor));
        var blocked = problem.Vetoes.ToHashSet();
        var row = new long[problem.Scores.Mentors];
        for (var i = 0; i < problem.Scores.Mentees; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            problem.Scores.Fill(i, row);
            for (var j = 0; j < row.Length; j++)
            {
                var id = new PairId(i, j);
                if (row[j] == FixedPoint.Forbidden || taken.Contains(id) || blocked.Contains(id))
                    continue;
                var menteeWants = menteeOpen[i] || (menteeWorst.TryGetValue(i, out var own) && row[j] + Cost(i, j) > own);
                if (!menteeWants || mentors.At(i, j) == FixedPoint.Forbidden)
                    continue;
                if (mentorOpen[j] || (mentorWorst.TryGetValue(j, out var theirs) && Key(i, j).CompareTo(theirs) > 0))
                    return CertificateVerdict.Fails($"Mentee {i} and mentor {j} would both rather have each other.");
            }
        }

        return CertificateVerdict.Holds;
    }

    private static bool[] Open(int[] places, IEnumerable<int> taken)
    {
        foreach (var k in taken)
            places[k]--;
        return [.. places.Select(p => p > 0)];
    }
}
