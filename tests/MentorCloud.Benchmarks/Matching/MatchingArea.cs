using System.Globalization;
using System.Text.Json;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Benchmarks.Matching;

/// <summary>
/// <c>-- matching [assignment|large|rotation|scoring] [--size N,N] [--family NAME] [--limit SECONDS] [--json FILE]</c>; without a
/// part, all of them. A limit of 0 leaves the peers out.
/// </summary>
internal static class MatchingArea
{
    /// <summary>Up to this size peers give the best of several runs, and so do we.</summary>
    private const int MostForBest = 1000;

    private static readonly List<object> Rows = [];

    /// <summary>A row of the JSON report.</summary>
    public static void Add(object row) => Rows.Add(row);

    public static async Task<int> RunAsync(string[] args)
    {
        var part = args.FirstOrDefault(a => a is "assignment" or "large" or "rotation" or "scoring");
        var sizes = (Option(args, "--size") ?? "1000,2000,5000").Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToArray();
        var limit = TimeSpan.FromSeconds(Option(args, "--limit") is { } seconds ? double.Parse(seconds, CultureInfo.InvariantCulture) : 120);
        if (part is null or "scoring")
            ScoringSpeed.Run(Console.WriteLine);
        if (part is null or "assignment")
            Assignment(sizes, limit, Option(args, "--family"));
        if (part is null or "rotation")
            RotationSpeed.Run(Console.WriteLine);
        if (part is null or "large")
            LargeCohort.Run(Console.WriteLine);
        if (Option(args, "--json") is { } file)
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(Rows));
        return 0;
    }

    private static void Assignment(int[] sizes, TimeSpan limit, string? family)
    {
        using var peers = new Peers(Console.WriteLine);
        foreach (var (name, make) in new (string, Func<int, long[]>)[]
        {
            ("random", Instances.Random), ("ten-valued", Instances.TenValued), ("clustered", Instances.Clustered),
            ("sparse 5 %", Instances.Sparse), ("O*NET tiled", RosterInstances.Tiled),
        })
        {
            if (family is not null && !name.Replace("*", "", StringComparison.Ordinal).StartsWith(family.Replace("*", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
                continue;
            if (name.StartsWith('O') && RosterInstances.Folder() is null)
            {
                Console.WriteLine("NOT RUN: O*NET tiled; ../shared/data/onet is missing");
                continue;
            }

            Measured[] runs = [.. sizes.Select(size => Compare(name, size, make(size), peers, limit))];
            if (sizes.Length > 1)
                Growth(name, sizes, runs);
        }
    }

    private static Measured Compare(string family, int size, long[] scores, Peers peers, TimeSpan limit)
    {
        var problem = new AssignmentProblem { Scores = new DenseScores(size, size, scores), MentorCapacity = [.. Enumerable.Repeat(1, size)] };
        var own = Measured.Of(problem);
        var verdict = CertificateChecker.Check(problem, own.Result);
        var proof = verdict.Valid ? "certificate valid" : verdict.Reason;
        var seconds = size <= MostForBest ? own.Best : own.Median;
        Report(family, size, "MentorCloud", seconds, own.Result.Total, string.Create(CultureInfo.InvariantCulture, $"{proof}, first {own.First:0.000} s, median {own.Median:0.000} s, {own.Megabytes:0} MB"));
        foreach (var (name, peer, total) in limit > TimeSpan.Zero ? peers.Solve(size, scores, limit) : [])
            Report(family, size, name, peer, total, peer is null ? "not run or over the limit" : total == own.Result.Total ? "same total" : "OTHER TOTAL");
        return own;
    }

    private static void Growth(string family, int[] sizes, Measured[] runs)
    {
        var time = Measured.Exponent([.. sizes.Zip(runs, (size, run) => ((double)size, run.Median))]);
        var memory = Measured.Exponent([.. sizes.Zip(runs, (size, run) => ((double)size, run.Megabytes))]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{family}: time grows as size^{time:0.00}, memory beside the scores as size^{memory:0.00}"));
        Add(new { part = "growth", family, time, memory });
    }

    private static void Report(string family, int size, string solver, double? seconds, long total, string note)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{family} {size} {solver}: {seconds:0.000} s, total {total}, {note}"));
        Add(new { family, size, solver, seconds, total, note });
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
