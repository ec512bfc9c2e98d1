using System.Diagnostics;
using MentorCloud.Matching.Rotation;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Benchmarks.Matching;

/// <summary>300 mentees, 120 mentors, 4 stages, eight divisions; once with everybody always there, once with late joiners and leavers.</summary>
internal static class RotationSpeed
{
    public static void Run(Action<string> write)
    {
        var random = new Random(3);
        var problem = new RotationProblem
        {
            Scores = new DenseScores(300, 120, [.. Enumerable.Range(0, 300 * 120).Select(_ => random.NextInt64(FixedPoint.One))]),
            Stages = 4,
            MentorCapacity = [.. Enumerable.Range(0, 120).Select(_ => random.Next(1, 5))],
            Perspective = [.. Enumerable.Range(0, 120).Select(_ => random.Next(8))],
            PerspectiveBonus = FixedPoint.One / 10,
        };
        Solve("rotation, all present", problem, write);
        Solve("rotation, windows", problem with { MenteeWindow = [.. Enumerable.Range(0, 300).Select(_ => new StageWindow(random.Next(2), random.Next(2, 4)))] }, write);
    }

    private static void Solve(string name, RotationProblem problem, Action<string> write)
    {
        RotationSolver.Solve(problem);
        var watch = Stopwatch.StartNew();
        var plan = RotationSolver.Solve(problem);
        write($"{name}: {watch.Elapsed.TotalSeconds:0.000} s, {plan.Pairs.Length} pairs, gap {FixedPoint.ToDouble(plan.Gap):0.000000} of {FixedPoint.ToDouble(plan.UpperBound):0.000}, {RotationChecker.Check(problem, plan)}");
    }
}
