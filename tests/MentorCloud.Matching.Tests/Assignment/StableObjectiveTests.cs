using FsCheck;
using FsCheck.Fluent;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Scores;
using MentorCloud.Testing;

namespace MentorCloud.Matching.Tests.Assignment;

public class StableObjectiveTests
{
    [Fact]
    public void Stable_on_small_problems_leaves_no_blocking_pair() =>
        Check.One(Law.Cases(400), Prop.ForAll(SmallProblems.Of(AssignmentObjective.Stable), problem =>
        {
            var verdict = CertificateChecker.Check(problem, AssignmentSolver.Solve(problem));
            return verdict.Valid ? true : throw new InvalidOperationException(verdict.Reason);
        }));

    [Fact]
    public void Stable_with_opposed_rankings_gives_mentees_their_best()
    {
        // Both mentees rank 0 over 1 and 1 over 0 crosswise; mentors rank the other way round: two stable answers exist.
        var problem = new AssignmentProblem
        {
            Scores = new DenseScores(2, 2, [2, 1, 1, 2]),
            MentorPreferences = new DenseScores(2, 2, [1, 2, 2, 1]),
            MentorCapacity = [1, 1],
            Objective = AssignmentObjective.Stable,
        };
        var result = AssignmentSolver.Solve(problem);
        Assert.Equal([new PairId(0, 0), new PairId(1, 1)], result.Pairs.Select(p => new PairId(p.Mentee, p.Mentor)));
    }

    [Fact]
    public void Checker_names_the_blocking_pair_of_an_unstable_assignment()
    {
        var problem = new AssignmentProblem { Scores = new DenseScores(2, 2, [9, 1, 8, 2]), MentorCapacity = [1, 1], Objective = AssignmentObjective.Stable };
        var result = AssignmentSolver.Solve(problem);
        var verdict = CertificateChecker.Check(problem, Altered.With(problem, result, [new PairId(0, 1), new PairId(1, 0)]));
        Assert.Equal("Mentee 0 and mentor 0 would both rather have each other.", verdict.Reason);
    }
}
