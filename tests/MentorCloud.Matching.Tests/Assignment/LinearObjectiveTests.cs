using FsCheck;
using FsCheck.Fluent;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Testing;

namespace MentorCloud.Matching.Tests.Assignment;

public class LinearObjectiveTests
{
    private static readonly Config Many = Law.Cases(400);

    [Fact]
    public void Total_on_small_problems_equals_brute_force() =>
        Check.One(Many, Prop.ForAll(SmallProblems.Of(AssignmentObjective.Total), problem =>
        {
            var best = BruteForce.All(problem)
                .Where(a => a.All(p => problem.Pins.Contains(p) || BruteForce.Worth(problem, p) >= 0))
                .Max(a => (BruteForce.PassedOver(problem, a), BruteForce.Value(problem, a)));
            var result = AssignmentSolver.Solve(problem);
            return Proven(problem, result) && best == Reached(problem, result);
        }));

    [Fact]
    public void Coverage_on_small_problems_equals_brute_force() =>
        Check.One(Many, Prop.ForAll(SmallProblems.Of(AssignmentObjective.Coverage), problem =>
        {
            var best = BruteForce.All(problem).Max(a => (a.Count, BruteForce.PassedOver(problem, a), BruteForce.Value(problem, a)));
            var result = AssignmentSolver.Solve(problem);
            return Proven(problem, result) && best == (result.Pairs.Length, Reached(problem, result).Item1, result.Value);
        }));

    [Fact]
    public void Total_from_short_candidate_lists_equals_total_over_all_pairs() =>
        Check.One(Many, Prop.ForAll(SmallProblems.Of(AssignmentObjective.Total), problem =>
        {
            var result = AssignmentSolver.Solve(problem, new AssignmentOptions { CandidatesPerMentee = 1 });
            return Proven(problem, result) && Reached(problem, result) == Reached(problem, AssignmentSolver.Solve(problem));
        }));

    [Fact]
    public void Resumed_solve_after_another_pin_equals_fresh_solve() =>
        Check.One(Many, Prop.ForAll(SmallProblems.Of(AssignmentObjective.Total), problem =>
        {
            var options = new AssignmentOptions { CandidatesPerMentee = 1 };
            var before = problem with { Pins = [], Vetoes = [] };
            var first = AssignmentSolver.Solve(before, options);
            var second = AssignmentSolver.Solve(problem, options, first.Resume);
            var back = AssignmentSolver.Solve(before, options, second.Resume);
            return Proven(problem, second) && Reached(problem, second) == Reached(problem, AssignmentSolver.Solve(problem))
                && Proven(before, back) && Reached(before, back) == Reached(before, first);
        }));

    private static bool Proven(AssignmentProblem problem, AssignmentResult result)
    {
        var verdict = CertificateChecker.Check(problem, result);
        return verdict.Valid && result.Gap == 0 ? true : throw new InvalidOperationException(verdict.Reason ?? $"gap {result.Gap}");
    }

    private static (int, long) Reached(AssignmentProblem problem, AssignmentResult result) =>
        (BruteForce.PassedOver(problem, result.Pairs.Select(p => new PairId(p.Mentee, p.Mentor))), result.Value);
}
