using System.Collections.Immutable;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Rotation;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Tests.Rotation;

/// <summary>Tiny plans against all plans there are, and plans that were tampered with.</summary>
public class RotationLawTests
{
    [Fact]
    public void Value_is_at_most_the_best_plan_and_the_bound_at_least_it()
    {
        var proven = 0;
        for (var seed = 0; seed < 80; seed++)
        {
            var problem = Tiny(seed);

            var plan = RotationSolver.Solve(problem);

            var best = AllPlans.BestValue(problem);
            Assert.Null(RotationChecker.Check(problem, plan).Reason);
            Assert.InRange(best, plan.Value, plan.UpperBound);
            proven += plan.Value == best ? 1 : 0;
        }

        Assert.True(proven >= 76, $"only {proven} of 80 plans with windows were the best there is");
    }

    [Fact]
    public void Mentor_who_joins_late_and_mentee_who_leaves_are_paired_only_while_there()
    {
        var problem = new RotationProblem
        {
            Scores = new DenseScores(2, 2, [10, 9, 10, 9]),
            Stages = 3,
            MentorCapacity = [2, 2],
            MentorWindow = [new StageWindow(1, 2), new StageWindow(0, 2)],
            MenteeWindow = [new StageWindow(0, 2), new StageWindow(0, 0)],
        };

        var plan = RotationSolver.Solve(problem);

        Assert.Null(RotationChecker.Check(problem, plan).Reason);
        Assert.Contains(new StagePair(0, 1, 1), plan.Pairs);
        Assert.DoesNotContain(plan.Pairs, p => (p.Stage == 0 && p.Mentor == 0) || (p.Stage > 0 && p.Mentee == 1));
        Assert.Equal(28, plan.Total);
        Assert.Equal(0, plan.Gap);
        Assert.Single(plan.Unmatched);
    }

    [Fact]
    public void Replanning_keeps_settled_stages_and_never_repeats_what_they_had()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var problem = Tiny(seed) with { Pins = [] };
            var first = RotationSolver.Solve(problem);
            var settled = first.Pairs.Where(p => p.Stage == 0).ToArray();
            var later = problem with { FirstOpenStage = 1, Settled = [.. settled], Vetoes = [new PairId(0, 0)] };

            var second = RotationSolver.Solve(later);

            Assert.Null(RotationChecker.Check(later, second).Reason);
            Assert.Equal(settled, second.Pairs.Where(p => p.Stage == 0));
            Assert.InRange(AllPlans.BestValue(later), second.Value, second.UpperBound);
        }
    }

    [Fact]
    public void Plan_that_was_tampered_with_is_refused()
    {
        var problem = new RotationProblem
        {
            Scores = new DenseScores(3, 3, [9, 8, 7, 6, 5, 4, 3, 2, 1]),
            Stages = 3,
            FirstOpenStage = 1,
            Settled = [new StagePair(0, 0, 0)],
            Pins = [new StagePair(1, 1, 0)],
            Vetoes = [new PairId(2, 2)],
            MentorCapacity = [1, 1, 1],
        };
        var plan = RotationSolver.Solve(problem);
        Assert.Null(RotationChecker.Check(problem, plan).Reason);
        StagePair[] pairs = [.. plan.Pairs];
        var last = pairs[^1];
        Refused(problem, plan with { Total = plan.Total + 1 });
        Refused(problem, plan with { Value = plan.Value + 1 });
        Refused(problem, plan with { UpperBound = plan.UpperBound - 1 });
        Refused(problem, plan with { Total = plan.Total + 1, Value = plan.Value + 1 });
        Refused(problem, plan with { Pairs = default });
        Refused(problem, plan with { Pairs = [.. pairs.Reverse()] });
        foreach (var wrong in new[] { new StagePair(-1, 0, 0), new StagePair(3, 0, 0), new StagePair(0, -1, 0), new StagePair(2, 3, 0), new StagePair(2, 0, 3), new StagePair(2, 0, int.MinValue) })
            Refused(problem, plan with { Pairs = [.. pairs, wrong] });
        foreach (var wrong in new[] { default, plan.Unmatched.Add((0, 0)), plan.Unmatched.Add((3, 9)) })
            Refused(problem, plan with { Unmatched = wrong });
        Refused(problem, plan with { Pairs = [.. pairs[1..]] });
        Refused(problem, plan with { Pairs = [.. pairs, last with { Stage = 1 }] });
        Refused(problem, plan with { Pairs = [.. pairs.Where(p => p != problem.Pins[0])] });
        Refused(problem, plan with { Pairs = [.. pairs, new StagePair(2, 2, 2)] });
        Refused(problem, plan with { Pairs = [.. pairs.Select(p => p with { Stage = Math.Max(1, p.Stage) })] });
        Refused(problem with { MentorWindow = [.. Enumerable.Repeat(new StageWindow(0, last.Stage - 1), 3)] }, plan);
        var lower = plan.Certificate with { MentorStage = [.. plan.Certificate.MentorStage.Select(_ => 0L)], Mentee = [.. plan.Certificate.Mentee.Select(_ => 0L)] };
        Refused(problem, plan with { Certificate = lower });
        foreach (var wrong in Misshapen(plan.Certificate))
            Refused(problem, plan with { Certificate = wrong });
    }

    [Fact]
    public void Plan_with_a_pair_that_lowers_the_sum_is_refused_unless_it_is_pinned()
    {
        var problem = new RotationProblem { Scores = new DenseScores(1, 2, [7, -3]), Stages = 2, MentorCapacity = [1, 1] };
        var plan = RotationSolver.Solve(problem);
        Assert.Equal([(0, 1)], plan.Unmatched);
        Refused(problem, plan with { Unmatched = [] });

        Refused(problem, plan with { Pairs = [.. plan.Pairs, new StagePair(1, 0, 1)], Unmatched = [], Total = 4, Value = 4 });
        var pinned = problem with { Pins = [new StagePair(1, 0, 1)] };
        Assert.Null(RotationChecker.Check(pinned, RotationSolver.Solve(pinned)).Reason);
    }

    private static IEnumerable<RotationCertificate> Misshapen(RotationCertificate certificate)
    {
        yield return null!;
        foreach (var change in new Func<ImmutableArray<long>, ImmutableArray<long>>[] { _ => default, duals => duals.Add(0), duals => duals.RemoveAt(0), duals => duals.SetItem(0, long.MaxValue), duals => duals.SetItem(0, long.MinValue) })
        {
            yield return certificate with { Mentee = change(certificate.Mentee) };
            yield return certificate with { MenteePerspective = change(certificate.MenteePerspective) };
            yield return certificate with { MentorPresence = change(certificate.MentorPresence) };
            yield return certificate with { MentorStage = change(certificate.MentorStage) };
        }
    }

    private static void Refused(RotationProblem problem, RotationPlan plan) => Assert.False(RotationChecker.Check(problem, plan).Valid);

    private static RotationProblem Tiny(int seed)
    {
        var random = new Random(seed);
        StageWindow Window() => random.Next(2) == 0 ? new(0, 2) : new(random.Next(0, 2), random.Next(1, 3));
        return new RotationProblem
        {
            Scores = new DenseScores(2, 3, [.. Enumerable.Range(0, 6).Select(_ => random.Next(8) == 0 ? FixedPoint.Forbidden : random.Next(-3, 30))]),
            Stages = 3,
            MentorCapacity = [.. Enumerable.Range(0, 3).Select(_ => random.Next(0, 3))],
            MenteeWindow = [Window(), Window()],
            MentorWindow = [Window(), Window(), Window()],
            Perspective = [.. Enumerable.Range(0, 3).Select(_ => random.Next(-1, 2))],
            PerspectiveBonus = random.Next(0, 15),
        };
    }
}
