using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Rotation;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Tests.Rotation;

public class RotationTests
{
    [Fact]
    public void Plan_with_everybody_always_there_has_no_gap()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = Problem(seed, windows: false);
            var plan = RotationSolver.Solve(problem);
            Assert.Null(RotationChecker.Check(problem, plan).Reason);
            Assert.Equal(0, plan.Gap);
        }
    }

    [Fact]
    public void Plan_with_windows_and_pins_keeps_every_rule_and_its_bound()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = WithPin(Problem(seed, windows: true));
            var plan = RotationSolver.Solve(problem);
            Assert.Null(RotationChecker.Check(problem, plan).Reason);
            Assert.InRange(plan.Gap, 0, plan.UpperBound);
        }
    }

    [Fact]
    public void Plan_for_two_stages_equals_brute_force()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var problem = new RotationProblem
            {
                Scores = new DenseScores(3, 3, [.. Enumerable.Range(0, 9).Select(_ => (long)random.Next(50))]),
                Stages = 2,
                MentorCapacity = [1, 1, 1],
                Perspective = [0, 0, 1],
                PerspectiveBonus = 10,
            };
            Assert.Equal(Best(problem), RotationSolver.Solve(problem).Value);
        }
    }

    [Fact]
    public void Replan_after_a_stage_leaves_it_untouched()
    {
        var problem = Problem(5, windows: false);
        var first = RotationSolver.Solve(problem);
        var settled = first.Pairs.Where(p => p.Stage == 0).ToArray();
        var replan = problem with { FirstOpenStage = 1, Settled = [.. settled], MentorCapacity = problem.MentorCapacity.SetItem(0, 0) };
        var second = RotationSolver.Solve(replan);
        Assert.Null(RotationChecker.Check(replan, second).Reason);
        Assert.Equal(settled, second.Pairs.Where(p => p.Stage == 0));
        Assert.DoesNotContain(second.Pairs, p => p.Stage > 0 && p.Mentor == 0);
    }

    [Fact]
    public void Pin_of_an_absent_mentee_is_refused()
    {
        var problem = Problem(3, windows: false);
        var late = problem with { MenteeWindow = [.. Enumerable.Repeat(new StageWindow(1, 2), problem.Scores.Mentees)], Pins = [new StagePair(0, 0, 0)] };
        Assert.Equal(MatchingErrors.Pin, Assert.Throws<MatchingException>(() => RotationSolver.Solve(late)).Code);
    }

    private static RotationProblem Problem(int seed, bool windows)
    {
        var random = new Random(seed);
        var (mentees, mentors, stages) = (random.Next(1, 14), random.Next(1, 8), 3);
        StageWindow Window() => new(random.Next(0, 2), random.Next(1, 3));
        return new RotationProblem
        {
            Scores = new DenseScores(mentees, mentors, [.. Enumerable.Range(0, mentees * mentors).Select(_ => random.Next(8) == 0 ? FixedPoint.Forbidden : random.Next(100))]),
            Stages = stages,
            MentorCapacity = [.. Enumerable.Range(0, mentors).Select(_ => random.Next(0, 3))],
            MenteeWindow = windows ? [.. Enumerable.Range(0, mentees).Select(_ => Window())] : default,
            MentorWindow = windows ? [.. Enumerable.Range(0, mentors).Select(_ => Window())] : default,
            Perspective = [.. Enumerable.Range(0, mentors).Select(_ => random.Next(-1, 3))],
            PerspectiveBonus = random.Next(0, 40),
        };
    }

    private static RotationProblem WithPin(RotationProblem problem)
    {
        for (var j = 0; j < problem.Scores.Mentors; j++)
        {
            var stage = Math.Max(problem.MenteeWindow[0].First, problem.MentorWindow[j].First);
            var there = stage <= problem.MenteeWindow[0].Last && stage <= problem.MentorWindow[j].Last;
            if (there && problem.MentorCapacity[j] > 0 && problem.Scores.At(0, j) != FixedPoint.Forbidden)
                return problem with { Pins = [new StagePair(stage, 0, j)] };
        }

        return problem;
    }

    /// <summary>Best of all pairs of (partial) matchings without a common pair.</summary>
    private static long Best(RotationProblem problem)
    {
        var single = new AssignmentProblem { Scores = problem.Scores, MentorCapacity = problem.MentorCapacity };
        var stages = MentorCloud.Matching.Tests.Assignment.BruteForce.All(single);
        return (from a in stages
                from b in stages
                where !a.Intersect(b).Any()
                let all = a.Concat(b).ToArray()
                select all.Sum(p => problem.Scores.At(p.Mentee, p.Mentor)) + (problem.PerspectiveBonus * all.DistinctBy(p => (p.Mentee, problem.Perspective[p.Mentor])).Count())).Max();
    }
}
