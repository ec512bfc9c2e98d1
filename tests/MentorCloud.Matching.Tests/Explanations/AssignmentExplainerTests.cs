using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Explanations;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Tests.Explanations;

public class AssignmentExplainerTests
{
    private static readonly AssignmentProblem Problem = new()
    {
        Scores = new DenseScores(3, 2, [10, 8, 9, 3, 2, FixedPoint.Forbidden]),
        MentorCapacity = [1, 1],
    };

    [Fact]
    public void Non_pair_tells_what_it_would_cost_and_whom_it_moves()
    {
        var result = AssignmentSolver.Solve(Problem);
        var answer = new AssignmentExplainer(Problem, result).WhyNot(0, 0);
        Assert.Equal(ExclusionReason.NotBest, answer.Reason);
        Assert.Equal(-4, answer.IfPinned!.TotalChange);
        Assert.Equal([0, 1], answer.IfPinned.Moves.Select(m => m.Mentee));
    }

    [Fact]
    public void Forbidden_pair_says_so() =>
        Assert.Equal(ExclusionReason.Forbidden, new AssignmentExplainer(Problem, AssignmentSolver.Solve(Problem)).WhyNot(2, 1).Reason);

    [Fact]
    public void Unmatched_mentee_learns_the_nearest_mentor_and_the_shortfall()
    {
        var answer = new AssignmentExplainer(Problem, AssignmentSolver.Solve(Problem)).Unmatched(2);
        Assert.Equal((UnmatchedReason.MentorsFull, 0), (answer.Reason, answer.NearestMentor));
        Assert.Equal(7, answer.Shortfall);
    }

    [Fact]
    public void Pair_knows_its_rank_on_either_side() =>
        Assert.Equal(new PairStanding(9, 1, 2, 2, 3), new AssignmentExplainer(Problem, AssignmentSolver.Solve(Problem)).Pair(1, 0));
}
