using System.Diagnostics;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Benchmarks.Matching;

internal static class MatchingArea
{
    public static Task<int> RunAsync(string[] args)
    {
        var size = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1000;
        if (args is ["scoring", ..]) { ScoringSpeed.Run(Console.WriteLine); return Task.FromResult(0); }
        if (args is ["large", ..]) { LargeCohort.Run(20_000, 5_000, Console.WriteLine); return Task.FromResult(0); }
        foreach (var (name, make) in new (string, Func<int, long[]>)[] { ("random", Instances.Random), ("ten", Instances.TenValued), ("clustered", Instances.Clustered), ("sparse", Instances.Sparse), ("onet", RosterInstances.Tiled) })
        {
            if (args.Length > 0 && args[0] != "all" && args[0] != name)
                continue;
            var problem = new AssignmentProblem { Scores = new DenseScores(size, size, make(size)), MentorCapacity = [.. Enumerable.Repeat(1, size)] };
            for (var k = 0; k < 3; k++)
            {
                var watch = Stopwatch.StartNew();
                var result = AssignmentSolver.Solve(problem);
                var seconds = watch.Elapsed.TotalSeconds;
                Console.WriteLine($"{name} {size} {seconds:0.000}s total {result.Total} pairs {result.Pairs.Length} {result.Statistics} passes {result.Statistics.PairsScored / (double)size / size:0.00}");
                if (k == 2) { watch.Restart(); Console.WriteLine(CertificateChecker.Check(problem, result) + $" {watch.Elapsed.TotalSeconds:0.000}"); }
            }
        }

        return Task.FromResult(0);
    }
}
