using MentorCloud.Matching.Assignment;

namespace MentorCloud.Matching.Tests.Assignment;

/// <summary>What each objective asks for by its definition in docs/matching.md, found by looking at all assignments.</summary>
internal static class Optimality
{
    /// <summary>Says of an assignment among all there are whether it is one of the best.</summary>
    public static Func<List<PairId>, bool> Of(AssignmentProblem problem, List<List<PairId>> all)
    {
        if (problem.Objective == AssignmentObjective.Stable)
            return pairs => IsStable(problem, pairs);
        var best = all.Where(pairs => IsAdmitted(problem, pairs)).Max(Comparer<List<PairId>>.Create((a, b) => Compare(problem, a, b)))!;
        return pairs => IsAdmitted(problem, pairs) && Compare(problem, pairs, best) == 0;
    }

    private static bool IsAdmitted(AssignmentProblem problem, List<PairId> pairs) =>
        problem.Objective != AssignmentObjective.Total || pairs.All(p => problem.Pins.Contains(p) || BruteForce.Worth(problem, p) >= 0);

    private static int Compare(AssignmentProblem problem, List<PairId> a, List<PairId> b)
    {
        var counts = problem.Objective == AssignmentObjective.Total ? 0 : a.Count.CompareTo(b.Count);
        var passedOver = BruteForce.PassedOver(problem, a).CompareTo(BruteForce.PassedOver(problem, b));
        var rest = problem.Objective == AssignmentObjective.Fair
            ? Ascending(problem, a).Zip(Ascending(problem, b)).Select(p => p.First.CompareTo(p.Second)).FirstOrDefault(c => c != 0)
            : BruteForce.Value(problem, a).CompareTo(BruteForce.Value(problem, b));
        return new[] { counts, passedOver, rest }.FirstOrDefault(c => c != 0);
    }

    private static IEnumerable<long> Ascending(AssignmentProblem problem, List<PairId> pairs) =>
        pairs.Where(p => !problem.Pins.Contains(p)).Select(p => problem.Scores.At(p.Mentee, p.Mentor)).Order();

    /// <summary>No allowed pair of two who each have a place left or somebody, not pinned, whom they like less.</summary>
    private static bool IsStable(AssignmentProblem problem, List<PairId> pairs)
    {
        (int, long) ForMentor(PairId p) => (problem.PassedOver.Contains(p.Mentee) ? 1 : 0, BruteForce.Worth(problem, p));
        var free = pairs.Where(p => !problem.Pins.Contains(p)).ToArray();
        bool Blocks(PairId pair)
        {
            var menteeWould = pairs.Count(p => p.Mentee == pair.Mentee) < BruteForce.Demand(problem, pair.Mentee)
                || free.Any(p => p.Mentee == pair.Mentee && BruteForce.Worth(problem, p) < BruteForce.Worth(problem, pair));
            var mentorWould = pairs.Count(p => p.Mentor == pair.Mentor) < problem.MentorCapacity[pair.Mentor]
                || free.Any(p => p.Mentor == pair.Mentor && ForMentor(p).CompareTo(ForMentor(pair)) < 0);
            return menteeWould && mentorWould;
        }

        return !BruteForce.Allowed(problem).Except(pairs).Any(Blocks);
    }
}
