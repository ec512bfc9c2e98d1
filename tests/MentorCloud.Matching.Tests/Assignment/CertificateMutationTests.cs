using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Scores;
using MentorCloud.Testing;

namespace MentorCloud.Matching.Tests.Assignment;

/// <summary>The checker must not take a proof or an answer in which any number has been changed.</summary>
public class CertificateMutationTests
{
    private static readonly Config Many = Law.Cases(150);

    [Theory]
    [InlineData(AssignmentObjective.Total)]
    [InlineData(AssignmentObjective.Coverage)]
    public void Dual_that_is_changed_by_one_is_refused_unless_the_bound_still_holds(AssignmentObjective objective) =>
        Check.One(Many, Prop.ForAll(SmallProblems.Of(objective), problem =>
        {
            var result = AssignmentSolver.Solve(problem);
            var duals = (DualCertificate)result.Certificate;
            return Changes(duals).All(changed => !CertificateChecker.Check(problem, result with { Certificate = changed }).Valid || IsBound(problem, result, changed));
        }));

    [Theory]
    [InlineData(AssignmentObjective.Total)]
    [InlineData(AssignmentObjective.Coverage)]
    [InlineData(AssignmentObjective.Fair)]
    [InlineData(AssignmentObjective.Stable)]
    public void Answer_that_breaks_a_rule_is_refused_whatever_its_proof(AssignmentObjective objective)
    {
        var (problem, result) = Solved(objective);
        Assert.True(CertificateChecker.Check(problem, result).Valid);
        PairId[] pairs = [.. result.Pairs.Select(p => new PairId(p.Mentee, p.Mentor))];
        var (first, second) = (pairs[0], pairs[1]);
        Refused(problem, Altered.With(problem, result, [.. pairs, first]));
        Refused(problem, Altered.With(problem, result, [first with { Mentor = second.Mentor }, .. pairs[1..]]));
        Refused(problem, Altered.With(problem, result, [.. pairs, first with { Mentor = second.Mentor }]));
        Refused(problem with { Vetoes = [first] }, result);
        Refused(problem with { Pins = [first with { Mentor = second.Mentor }] }, result);
        Refused(problem with { MentorCapacity = problem.MentorCapacity.SetItem(first.Mentor, 0) }, result);
        Refused(problem with { MenteeDemand = [.. Enumerable.Repeat(0, problem.Scores.Mentees)] }, result);
    }

    [Fact]
    public void Proof_of_another_objective_is_refused()
    {
        var objectives = Enum.GetValues<AssignmentObjective>();
        foreach (var objective in objectives)
        {
            var (problem, result) = Solved(objective);
            foreach (var other in objectives.Where(o => o != objective))
            {
                Refused(problem with { Objective = other }, result);
                Refused(problem, result with { Objective = other });
            }
        }
    }

    [Fact]
    public void Tier_that_is_too_small_is_refused()
    {
        var (problem, result) = Solved(AssignmentObjective.Coverage);
        var duals = (DualCertificate)result.Certificate;
        var lower = duals with { PairTier = 1, MenteeDual = [.. duals.MenteeDual.Select(u => Math.Max(0, u - duals.PairTier + 1))] };
        Refused(problem, result with { Certificate = lower });
    }

    [Fact]
    public void Level_that_is_changed_left_out_or_moved_is_refused_or_proves_the_same() =>
        Check.One(Many, Prop.ForAll(SmallProblems.Of(AssignmentObjective.Fair), problem =>
        {
            var result = AssignmentSolver.Solve(problem);
            var best = Sorted(problem, result.Pairs.Select(p => new PairId(p.Mentee, p.Mentor)));
            var worse = BruteForce.All(problem).Where(a => !Sorted(problem, a).SequenceEqual(best)).Take(6).ToArray();
            return Changes((FairCertificate)result.Certificate).All(changed => worse.All(other =>
                !CertificateChecker.Check(problem, Altered.With(problem, result with { Certificate = changed }, other)).Valid));
        }));

    /// <summary>Weak duality by brute force: no assignment that keeps the rules exceeds the changed duals' bound, which equals the answer.</summary>
    private static bool IsBound(AssignmentProblem problem, AssignmentResult result, DualCertificate changed) =>
        changed.MenteeDual.All(u => u >= 0) && changed.MentorPrice.All(v => v >= 0)
        && changed.PairTier >= ((DualCertificate)result.Certificate).PairTier - 1
        && BruteForce.All(problem).Where(a => problem.Objective != AssignmentObjective.Total || a.All(p => problem.Pins.Contains(p) || BruteForce.Worth(problem, p) >= 0))
            .Max(a => (problem.Objective == AssignmentObjective.Total ? 0 : a.Count, BruteForce.PassedOver(problem, a), BruteForce.Value(problem, a)))
            .CompareTo((problem.Objective == AssignmentObjective.Total ? 0 : result.Pairs.Length, BruteForce.PassedOver(problem, result.Pairs.Select(p => new PairId(p.Mentee, p.Mentor))), result.Value)) <= 0;

    private static IEnumerable<DualCertificate> Changes(DualCertificate duals)
    {
        foreach (var by in new[] { -1, 1 })
        {
            for (var i = 0; i < duals.MenteeDual.Length; i++)
                yield return duals with { MenteeDual = duals.MenteeDual.SetItem(i, duals.MenteeDual[i] + by) };
            for (var j = 0; j < duals.MentorPrice.Length; j++)
                yield return duals with { MentorPrice = duals.MentorPrice.SetItem(j, duals.MentorPrice[j] + by) };
            yield return duals with { PairTier = duals.PairTier + by };
            yield return duals with { PassedOverTier = duals.PassedOverTier + by };
        }
    }

    private static IEnumerable<FairCertificate> Changes(FairCertificate certificate)
    {
        var levels = certificate.Levels;
        for (var k = 0; k < levels.Length; k++)
        {
            var level = levels[k];
            yield return new FairCertificate(levels.RemoveAt(k));
            yield return new FairCertificate(levels.Insert(k, level));
            yield return new FairCertificate(levels.SetItem(k, level with { Score = level.Score + 1 }));
            yield return new FairCertificate(levels.SetItem(k, level with { Tier = 0 }));
            yield return new FairCertificate(levels.SetItem(k, level with { MenteeDual = Zeros(level.MenteeDual) }));
            yield return new FairCertificate(levels.SetItem(k, level with { MentorPrice = Zeros(level.MentorPrice) }));
        }
    }

    private static ImmutableArray<long> Zeros(ImmutableArray<long> duals) => [.. duals.Select(_ => 0L)];

    private static long[] Sorted(AssignmentProblem problem, IEnumerable<PairId> pairs) =>
        [.. pairs.Where(p => !problem.Pins.Contains(p)).Select(p => problem.Scores.At(p.Mentee, p.Mentor)).Order()];

    private static (AssignmentProblem, AssignmentResult) Solved(AssignmentObjective objective)
    {
        var problem = new AssignmentProblem { Scores = new DenseScores(3, 3, [9, 5, 1, 8, 7, 2, 4, 6, 3]), MentorCapacity = [1, 1, 1], Objective = objective };
        return (problem, AssignmentSolver.Solve(problem));
    }

    private static void Refused(AssignmentProblem problem, AssignmentResult result) => Assert.False(CertificateChecker.Check(problem, result).Valid);
}
