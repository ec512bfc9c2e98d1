using System.Diagnostics;
using MentorCloud.Matching.Assignment;

namespace MentorCloud.Benchmarks.Matching;

/// <summary>One problem solved again and again in one process: the first time, and the median once the code is warm.</summary>
/// <param name="First">Seconds of the first solve, compilation included if nothing was solved before.</param>
/// <param name="Median">Median seconds of the later half of the runs.</param>
/// <param name="Best">Least seconds of the later half of the runs.</param>
/// <param name="Megabytes">Allocated by one warm solve, beside the scores; no less than what it ever holds at once.</param>
/// <param name="Result">The answer.</param>
internal sealed record Measured(double First, double Median, double Best, double Megabytes, AssignmentResult Result)
{
    private const int MostRuns = 40;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(4);

    public static Measured Of(AssignmentProblem problem)
    {
        var seconds = new List<double>();
        var whole = Stopwatch.StartNew();
        AssignmentResult result;
        long allocated;
        do
        {
            allocated = GC.GetTotalAllocatedBytes();
            var watch = Stopwatch.StartNew();
            result = AssignmentSolver.Solve(problem);
            seconds.Add(watch.Elapsed.TotalSeconds);
            allocated = GC.GetTotalAllocatedBytes() - allocated;
        }
        while (seconds.Count < 3 || (seconds.Count < MostRuns && whole.Elapsed < Enough));

        var warm = seconds.Skip(seconds.Count / 2).Order().ToArray();
        return new Measured(seconds[0], warm[warm.Length / 2], warm[0], allocated / 1e6, result);
    }

    /// <summary>The exponent e of size^e that fits the points best (least squares on logarithms).</summary>
    public static double Exponent(IReadOnlyList<(double Size, double Value)> points)
    {
        var (x, y) = (points.Average(p => Math.Log(p.Size)), points.Average(p => Math.Log(p.Value)));
        return points.Sum(p => (Math.Log(p.Size) - x) * (Math.Log(p.Value) - y)) / points.Sum(p => Math.Pow(Math.Log(p.Size) - x, 2));
    }
}
