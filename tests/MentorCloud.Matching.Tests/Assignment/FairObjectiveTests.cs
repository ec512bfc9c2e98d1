using FsCheck;
using FsCheck.Fluent;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Testing;

namespace MentorCloud.Matching.Tests.Assignment;

public class FairObjectiveTests
{
    [Fact]
    public void Fair_on_small_problems_equals_brute_force() =>
        Check.One(Law.Cases(400), Prop.ForAll(SmallProblems.Of(AssignmentObjective.Fair), problem =>
        {
            var all = BruteForce.All(problem);
            var count = all.Max(a => a.Count);
            var passedOver = all.Where(a => a.Count == count).Max(a => BruteForce.PassedOver(problem, a));
            var best = all.Where(a => a.Count == count && BruteForce.PassedOver(problem, a) == passedOver).Select(a => Ascending(problem, a)).Max(Lexicographic)!;
            var result = AssignmentSolver.Solve(problem);
            var verdict = CertificateChecker.Check(problem, result);
            var reached = Ascending(problem, result.Pairs.Select(p => new PairId(p.Mentee, p.Mentor)));
            return verdict.Valid ? reached.SequenceEqual(best) : throw new InvalidOperationException(verdict.Reason);
        }));

    [Fact]
    public void Fair_certificate_of_a_worse_assignment_is_refused() =>
        Check.One(Law.Cases(200), Prop.ForAll(SmallProblems.Of(AssignmentObjective.Fair), problem =>
        {
            var result = AssignmentSolver.Solve(problem);
            var best = Ascending(problem, result.Pairs.Select(p => new PairId(p.Mentee, p.Mentor)));
            return BruteForce.All(problem).Where(a => !Ascending(problem, a).SequenceEqual(best)).Take(20).All(other =>
                !CertificateChecker.Check(problem, Altered.With(problem, result, other)).Valid);
        }));

    private static long[] Ascending(AssignmentProblem problem, IEnumerable<PairId> pairs) =>
        [.. pairs.Where(p => !problem.Pins.Contains(p)).Select(p => problem.Scores.At(p.Mentee, p.Mentor)).Order()];

    private static readonly Comparer<long[]> Lexicographic = Comparer<long[]>.Create((a, b) =>
        a.Zip(b).Select(p => p.First.CompareTo(p.Second)).FirstOrDefault(c => c != 0));
}
