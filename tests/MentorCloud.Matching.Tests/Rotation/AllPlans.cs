using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Rotation;

namespace MentorCloud.Matching.Tests.Rotation;

/// <summary>The best plan of a tiny problem, by trying all.</summary>
internal static class AllPlans
{
    public static long BestValue(RotationProblem problem) => Best(problem, problem.FirstOpenStage, []);

    private static long Best(RotationProblem problem, int stage, List<StagePair> open)
    {
        if (stage == problem.Stages)
            return problem.Pins.All(open.Contains) ? Value(problem, open) : long.MinValue;
        var met = problem.Settled.Concat(open).Select(p => new PairId(p.Mentee, p.Mentor)).ToHashSet();
        var single = new AssignmentProblem
        {
            Scores = problem.Scores,
            MentorCapacity = [.. problem.MentorCapacity.Select((c, j) => IsThere(problem.MentorWindow, j, stage) ? c : 0)],
            MenteeDemand = [.. Enumerable.Range(0, problem.Scores.Mentees).Select(i => IsThere(problem.MenteeWindow, i, stage) ? 1 : 0)],
            Vetoes = problem.Vetoes,
        };
        return Tests.Assignment.BruteForce.All(single)
            .Where(a => !a.Exists(met.Contains) && a.TrueForAll(p => problem.Scores.At(p.Mentee, p.Mentor) >= 0 || problem.Pins.Contains(new StagePair(stage, p.Mentee, p.Mentor))))
            .Max(a => Best(problem, stage + 1, [.. open, .. a.Select(p => new StagePair(stage, p.Mentee, p.Mentor))]));
    }

    private static long Value(RotationProblem problem, List<StagePair> open)
    {
        var met = problem.Settled.Select(p => (p.Mentee, Perspective(problem, p.Mentor))).ToHashSet();
        return open.Sum(p => problem.Scores.At(p.Mentee, p.Mentor))
            + (problem.PerspectiveBonus * open.Count(p => Perspective(problem, p.Mentor) >= 0 && met.Add((p.Mentee, Perspective(problem, p.Mentor)))));
    }

    private static int Perspective(RotationProblem problem, int mentor) => problem.Perspective.IsDefault ? -1 : problem.Perspective[mentor];

    private static bool IsThere(System.Collections.Immutable.ImmutableArray<StageWindow> windows, int index, int stage) =>
        windows.IsDefault || (stage >= windows[index].First && stage <= windows[index].Last);
}
