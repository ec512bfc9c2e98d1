using MentorCloud.Matching.Assignment;

namespace MentorCloud.Matching.Tests.Assignment;

/// <summary>
/// A result with other pairs under the same certificate, as a faulty solver might hand it back. All that it says of the
/// pairs is so, so that nothing but the certificate can give it away.
/// </summary>
internal static class Altered
{
    public static AssignmentResult With(AssignmentProblem problem, AssignmentResult result, IEnumerable<PairId> pairs)
    {
        PairId[] taken = [.. pairs.OrderBy(p => p.Mentee).ThenBy(p => p.Mentor)];
        var value = BruteForce.Value(problem, [.. taken]);
        return result with
        {
            Pairs = [.. taken.Select(p => new AssignedPair(p.Mentee, p.Mentor, problem.Scores.At(p.Mentee, p.Mentor), problem.Pins.Contains(p)))],
            Total = BruteForce.Score(problem, taken),
            Value = value,
            UpperBound = result.UpperBound is null ? null : value,
            UnmatchedMentees = [.. Enumerable.Range(0, problem.Scores.Mentees).Where(i => taken.Count(p => p.Mentee == i) < BruteForce.Demand(problem, i))],
            MentorsWithRoom = [.. Enumerable.Range(0, problem.Scores.Mentors).Where(j => taken.Count(p => p.Mentor == j) < problem.MentorCapacity[j])],
        };
    }
}
