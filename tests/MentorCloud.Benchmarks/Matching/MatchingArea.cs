using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Benchmarks.Matching;

/// <summary>
/// <c>-- matching [assignment|large|rotation|scoring] [--size N] [--limit SECONDS] [--json FILE]</c>; without a part, all of them.
/// </summary>
internal static class MatchingArea
{
    private static readonly List<object> Rows = [];

    public static async Task<int> RunAsync(string[] args)
    {
        var part = args.FirstOrDefault(a => !a.StartsWith('-') && !char.IsDigit(a[0]) && !a.EndsWith(".json", StringComparison.Ordinal));
        var sizes = Option(args, "--size") is { } size ? [int.Parse(size, CultureInfo.InvariantCulture)] : new[] { 1000, 2000, 5000 };
        var limit = TimeSpan.FromSeconds(Option(args, "--limit") is { } seconds ? double.Parse(seconds, CultureInfo.InvariantCulture) : 120);
        if (part is null or "scoring")
            ScoringSpeed.Run(Console.WriteLine);
        if (part is null or "assignment")
            Assignment(sizes, limit);
        if (part is null or "rotation")
            RotationSpeed.Run(Console.WriteLine);
        if (part is null or "large")
            LargeCohort.Run(20_000, 5_000, Console.WriteLine);
        if (Option(args, "--json") is { } file)
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(Rows));
        return 0;
    }

    private static void Assignment(int[] sizes, TimeSpan limit)
    {
        using var peers = new Peers(Console.WriteLine);
        foreach (var (name, make) in new (string, Func<int, long[]>)[]
        {
            ("random", Instances.Random), ("ten-valued", Instances.TenValued), ("clustered", Instances.Clustered),
            ("sparse 5 %", Instances.Sparse), ("O*NET tiled", RosterInstances.Tiled),
        })
        {
            if (name.StartsWith('O') && RosterInstances.Folder() is null)
            {
                Console.WriteLine("NOT RUN: O*NET tiled; ../shared/data/onet is missing");
                continue;
            }

            foreach (var size in sizes)
                Compare(name, size, make(size), peers, limit);
        }
    }

    private static void Compare(string family, int size, long[] scores, Peers peers, TimeSpan limit)
    {
        var problem = new AssignmentProblem { Scores = new DenseScores(size, size, scores), MentorCapacity = [.. Enumerable.Repeat(1, size)] };
        var seconds = double.MaxValue;
        AssignmentResult? result = null;
        for (var run = 0; run < 3; run++)
        {
            var watch = Stopwatch.StartNew();
            result = AssignmentSolver.Solve(problem);
            seconds = Math.Min(seconds, watch.Elapsed.TotalSeconds);
        }

        var verdict = CertificateChecker.Check(problem, result!);
        Report(family, size, "MentorCloud", seconds, result!.Total, $"certificate {(verdict.Valid ? "valid" : verdict.Reason)}");
        foreach (var (name, peer, total) in peers.Solve(size, scores, limit))
            Report(family, size, name, peer, total, peer is null ? "not run or over the limit" : total == result.Total ? "same total" : "OTHER TOTAL");
    }

    private static void Report(string family, int size, string solver, double? seconds, long total, string note)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{family} {size} {solver}: {seconds:0.000} s, total {total}, {note}"));
        Rows.Add(new { family, size, solver, seconds, total, note });
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
