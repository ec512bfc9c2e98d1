using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Tests.Assignment;

/// <summary>Every assignment of a tiny problem, by trying all.</summary>
internal static class BruteForce
{
    /// <summary>All sets of pairs that keep capacities, demands, pins and vetoes.</summary>
    public static List<List<PairId>> All(AssignmentProblem problem)
    {
        var pairs = Allowed(problem);
        var room = problem.MentorCapacity.ToArray();
        var want = problem.MenteeDemand.IsDefault ? [.. Enumerable.Repeat(1, problem.Scores.Mentees)] : problem.MenteeDemand.ToArray();
        var found = new List<List<PairId>>();
        Extend(problem, pairs, 0, room, want, [], found);
        return found;
    }

    /// <summary>All pairs that neither the scores nor a veto forbid.</summary>
    public static List<PairId> Allowed(AssignmentProblem problem) =>
        [.. from i in Enumerable.Range(0, problem.Scores.Mentees)
            from j in Enumerable.Range(0, problem.Scores.Mentors)
            let pair = new PairId(i, j)
            where problem.Scores.At(i, j) != FixedPoint.Forbidden && !problem.Vetoes.Contains(pair)
            select pair];

    public static long Score(AssignmentProblem problem, IEnumerable<PairId> pairs) => pairs.Sum(p => problem.Scores.At(p.Mentee, p.Mentor));

    /// <summary>Score less broken standing pairs.</summary>
    public static long Value(AssignmentProblem problem, List<PairId> pairs) =>
        Score(problem, pairs) - problem.Standing.Where(s => !pairs.Contains(new PairId(s.Mentee, s.Mentor))).Sum(s => s.BreakingCost);

    public static int Demand(AssignmentProblem problem, int mentee) => problem.MenteeDemand.IsDefault ? 1 : problem.MenteeDemand[mentee];

    /// <summary>A pair's score and what breaking it costs.</summary>
    public static long Worth(AssignmentProblem problem, PairId pair) => problem.Scores.At(pair.Mentee, pair.Mentor)
        + problem.Standing.Where(s => s.Mentee == pair.Mentee && s.Mentor == pair.Mentor).Sum(s => s.BreakingCost);

    public static int PassedOver(AssignmentProblem problem, IEnumerable<PairId> pairs) => pairs.Count(p => problem.PassedOver.Contains(p.Mentee));

    private static void Extend(AssignmentProblem problem, List<PairId> pairs, int at, int[] room, int[] want, List<PairId> chosen, List<List<PairId>> found)
    {
        if (at == pairs.Count)
        {
            if (problem.Pins.All(chosen.Contains))
                found.Add([.. chosen]);
            return;
        }

        Extend(problem, pairs, at + 1, room, want, chosen, found);
        var (i, j) = (pairs[at].Mentee, pairs[at].Mentor);
        if (room[j] == 0 || want[i] == 0)
            return;
        room[j]--;
        want[i]--;
        chosen.Add(pairs[at]);
        Extend(problem, pairs, at + 1, room, want, chosen, found);
        chosen.RemoveAt(chosen.Count - 1);
        room[j]++;
        want[i]++;
    }
}
