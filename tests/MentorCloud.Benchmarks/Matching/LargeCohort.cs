using System.Diagnostics;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Factors;

namespace MentorCloud.Benchmarks.Matching;

/// <summary>A cohort too large for a matrix: twelve factors on the fly, capacity 4, proof checked, one pin re-solved.</summary>
internal static class LargeCohort
{
    /// <summary>Three sizes of one shape, the last of 20,000 mentees and 5,000 mentors.</summary>
    public static void Run(Action<string> write)
    {
        if (RosterInstances.Folder() is null)
        {
            write("NOT RUN: large cohort; ../shared/data/onet is missing");
            return;
        }

        var points = new List<(double Mentees, double Seconds, double Gigabytes)>();
        foreach (var mentors in new[] { 1_250, 2_500, 5_000 })
        {
            var seconds = One(4 * mentors, mentors, write);
            points.Add((4 * mentors, seconds, Process.GetCurrentProcess().PeakWorkingSet64 / 1e9));
            write($"peak {points[^1].Gigabytes:0.00} GB");
        }

        write($"time grows as mentees^{Measured.Exponent([.. points.Select(p => (p.Mentees, p.Seconds))]):0.00}, peak memory as mentees^{Measured.Exponent([.. points.Select(p => (p.Mentees, p.Gigabytes))]):0.00}");
    }

    private static double One(int mentees, int mentors, Action<string> write)
    {
        var scores = new FactorScores(RosterInstances.Input(mentees, mentors, full: true));
        var problem = new AssignmentProblem { Scores = scores, MentorCapacity = [.. Enumerable.Repeat(4, mentors)] };
        var pairs = (double)mentees * mentors;
        var pass = Pass(scores);
        write($"{mentees} x {mentors}: pass over all pairs {pass:0.00} s ({pass / pairs * 1e9:0.0} ns a pair)");
        var watch = Stopwatch.StartNew();
        var result = AssignmentSolver.Solve(problem);
        var seconds = watch.Elapsed.TotalSeconds;
        write($"solve {seconds:0.00} s, gap {result.Gap}, {result.Statistics}, {result.Statistics.PairsScored / pairs:0.00} passes");
        watch.Restart();
        write($"check {CertificateChecker.Check(problem, result)} {watch.Elapsed.TotalSeconds:0.00} s");
        Repin(problem, result, pass, write);
        MatchingArea.Add(new { part = "large", mentees, mentors, pass, seconds, gap = result.Gap });
        return seconds;
    }

    /// <summary>Seconds for one pricing pass: every pair scored once, on all cores; the second pass counts.</summary>
    private static double Pass(FactorScores scores)
    {
        var watch = new Stopwatch();
        for (var round = 0; round < 2; round++)
        {
            watch.Restart();
            Parallel.For(0, scores.Mentees / 32, () => new long[scores.Mentors * 32], (i, _, rows) => { scores.FillTile([.. Enumerable.Range(i * 32, 32)], rows); return rows; }, _ => { });
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static void Repin(AssignmentProblem problem, AssignmentResult result, double pass, Action<string> write)
    {
        var taken = result.Pairs[result.Pairs.Length / 2];
        var row = new long[problem.Scores.Mentors];
        problem.Scores.Fill(taken.Mentee, row);
        var other = Enumerable.Range(0, row.Length).OrderByDescending(j => row[j]).First(j => row[j] >= 0 && j != taken.Mentor);
        var pinned = problem with { Pins = [new PairId(taken.Mentee, other)] };
        var watch = Stopwatch.StartNew();
        var again = AssignmentSolver.Solve(pinned, null, result.Resume);
        var seconds = watch.Elapsed.TotalSeconds;
        write($"re-solve {seconds:0.00} s = {seconds / pass:0.00} passes, {again.Statistics}, gap {again.Gap}, total {again.Total - result.Total:+0;-0}");
        write($"check {CertificateChecker.Check(pinned, again)}");
    }
}
