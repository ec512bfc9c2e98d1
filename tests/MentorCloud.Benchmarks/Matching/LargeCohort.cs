using System.Diagnostics;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Factors;

namespace MentorCloud.Benchmarks.Matching;

/// <summary>A cohort too large for a matrix: twelve factors on the fly, capacity 4, proof checked, one pin re-solved.</summary>
internal static class LargeCohort
{
    public static void Run(int mentees, int mentors, Action<string> write)
    {
        if (RosterInstances.Folder() is null)
        {
            write("NOT RUN: large cohort; ../shared/data/onet is missing");
            return;
        }

        var scores = new FactorScores(RosterInstances.Input(mentees, mentors, full: true));
        var problem = new AssignmentProblem { Scores = scores, MentorCapacity = [.. Enumerable.Repeat(4, mentors)] };
        var pairs = (double)mentees * mentors;
        var watch = Stopwatch.StartNew();
        Parallel.For(0, mentees / 32, () => new long[mentors * 32], (i, _, rows) => { scores.FillTile([.. Enumerable.Range(i * 32, 32)], rows); return rows; }, _ => { });
        var pass = watch.Elapsed.TotalSeconds;
        write($"pass over all pairs {pass:0.00} s ({pass / pairs * 1e9:0.0} ns a pair)");
        watch.Restart();
        var result = AssignmentSolver.Solve(problem);
        write($"solve {watch.Elapsed.TotalSeconds:0.00} s, gap {result.Gap}, {result.Statistics}, {result.Statistics.PairsScored / pairs:0.00} passes");
        watch.Restart();
        write($"check {CertificateChecker.Check(problem, result)} {watch.Elapsed.TotalSeconds:0.00} s");
        Repin(problem, result, pass, write);
        write($"peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e9:0.00} GB");
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
