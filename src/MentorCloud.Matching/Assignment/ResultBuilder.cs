using MentorCloud.Matching.Assignment.Certificates;

namespace MentorCloud.Matching.Assignment;

/// <summary>Derives from a set of pairs all that a result says about them.</summary>
internal static class ResultBuilder
{
    public static AssignmentResult Build(
        AssignmentProblem problem, List<AssignedPair> pairs, AssignmentCertificate certificate, SolveStatistics statistics)
    {
        pairs.Sort(static (a, b) => a.Mentee != b.Mentee ? a.Mentee.CompareTo(b.Mentee) : a.Mentor.CompareTo(b.Mentor));
        var wanted = problem.MenteeDemand.IsDefault ? [.. Enumerable.Repeat(1, problem.Scores.Mentees)] : problem.MenteeDemand.ToArray();
        var room = problem.MentorCapacity.ToArray();
        var total = 0L;
        foreach (var pair in pairs)
        {
            wanted[pair.Mentee]--;
            room[pair.Mentor]--;
            total = checked(total + pair.Score);
        }

        return new AssignmentResult
        {
            Objective = problem.Objective,
            Pairs = [.. pairs],
            Total = total,
            Value = total - Broken(problem, pairs),
            UpperBound = null,
            UnmatchedMentees = [.. Enumerable.Range(0, wanted.Length).Where(i => wanted[i] > 0)],
            MentorsWithRoom = [.. Enumerable.Range(0, room.Length).Where(j => room[j] > 0)],
            Certificate = certificate,
            Statistics = statistics,
        };
    }

    private static long Broken(AssignmentProblem problem, List<AssignedPair> pairs)
    {
        if (problem.Standing.Length == 0)
            return 0;
        var kept = pairs.Select(p => new PairId(p.Mentee, p.Mentor)).ToHashSet();
        return problem.Standing.Where(s => !kept.Contains(new PairId(s.Mentee, s.Mentor))).Sum(s => s.BreakingCost);
    }
}
