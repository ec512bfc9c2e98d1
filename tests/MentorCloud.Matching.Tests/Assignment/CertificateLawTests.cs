using FsCheck;
using FsCheck.Fluent;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Scores;
using MentorCloud.Testing;

namespace MentorCloud.Matching.Tests.Assignment;

/// <summary>
/// What the checker takes is true: no falsified part of a result passes or makes it throw, and of all assignments of a
/// tiny problem it takes under the solver's certificate those that are as good, by trying all, and no other.
/// </summary>
public class CertificateLawTests
{
    private static readonly Config Many = Law.Cases(150);

    public static TheoryData<AssignmentObjective> Objectives => [.. Enum.GetValues<AssignmentObjective>()];

    [Theory]
    [MemberData(nameof(Objectives))]
    public void Result_with_any_part_falsified_is_refused(AssignmentObjective objective) =>
        Check.One(Many, Prop.ForAll(SmallProblems.Of(objective), problem =>
        {
            var result = AssignmentSolver.Solve(problem);
            var passed = Falsified.Of(problem, result).Where(other => CertificateChecker.Check(problem, other.Result).Valid).Select(other => other.Part);
            return CertificateChecker.Check(problem, result).Reason is { } reason
                ? throw new InvalidOperationException($"the true result: {reason}")
                : !passed.Any() ? true : throw new InvalidOperationException($"passed: {string.Join("; ", passed)}");
        }));

    [Theory]
    [MemberData(nameof(Objectives))]
    public void Every_other_assignment_is_taken_exactly_if_it_is_as_good(AssignmentObjective objective) =>
        Check.One(Many, Prop.ForAll(SmallProblems.Of(objective), problem =>
        {
            var result = AssignmentSolver.Solve(problem);
            var all = BruteForce.All(problem);
            var best = Optimality.Of(problem, all);
            return all.Take(300).All(pairs =>
            {
                var taken = CertificateChecker.Check(problem, Altered.With(problem, result, pairs)).Valid;
                return taken == best(pairs) ? true : throw new InvalidOperationException($"{string.Join(", ", pairs)} is {(taken ? "taken" : "refused")}");
            });
        }));

    [Fact]
    public void Total_with_a_pair_that_lowers_the_sum_is_refused_though_its_mentee_was_passed_over()
    {
        var problem = new AssignmentProblem { Scores = new DenseScores(1, 1, [-5]), MentorCapacity = [1], PassedOver = [0] };
        var result = AssignmentSolver.Solve(problem);
        Assert.Empty(result.Pairs);

        var forged = Altered.With(problem, result, [new PairId(0, 0)]) with { Certificate = new DualCertificate([6], [0], 0, 11) };

        Assert.Equal("Mentee 0 and mentor 0 lower the sum.", CertificateChecker.Check(problem, forged).Reason);
    }

    [Fact]
    public void Stable_pair_that_the_mentor_refuses_is_refused()
    {
        var problem = new AssignmentProblem
        {
            Scores = new DenseScores(1, 1, [5]),
            MentorPreferences = new DenseScores(1, 1, [FixedPoint.Forbidden]),
            MentorCapacity = [1],
            Objective = AssignmentObjective.Stable,
        };
        var result = AssignmentSolver.Solve(problem);
        Assert.Empty(result.Pairs);

        Assert.Equal("A mentor has a mentee whom they refuse.", CertificateChecker.Check(problem, Altered.With(problem, result, [new PairId(0, 0)])).Reason);
    }

    [Fact]
    public void Problem_without_meaning_is_refused_by_its_code()
    {
        var problem = new AssignmentProblem { Scores = new DenseScores(1, 1, [5]), MentorCapacity = [1] };
        var result = AssignmentSolver.Solve(problem);

        Assert.Equal(MatchingErrors.Shape, Assert.Throws<MatchingException>(() => CertificateChecker.Check(problem with { MentorCapacity = [] }, result)).Code);
        Assert.Equal(MatchingErrors.Pair, Assert.Throws<MatchingException>(() => CertificateChecker.Check(problem with { Vetoes = [new PairId(1, 0)] }, result)).Code);
    }
}
