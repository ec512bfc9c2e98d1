using MentorCloud.Matching.Assignment;

namespace MentorCloud.Matching.Tests.Assignment;

/// <summary>A result with other pairs under the same certificate, as a faulty solver might hand it back.</summary>
internal static class Altered
{
    public static AssignmentResult With(AssignmentProblem problem, AssignmentResult result, IEnumerable<PairId> pairs)
    {
        var assigned = pairs.Select(p => new AssignedPair(p.Mentee, p.Mentor, problem.Scores.At(p.Mentee, p.Mentor), problem.Pins.Contains(p))).ToArray();
        return result with { Pairs = [.. assigned], Total = assigned.Sum(p => p.Score) };
    }
}
