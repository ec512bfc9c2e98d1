using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Scores;
using MentorCloud.Matching.Tests.Factors;

namespace MentorCloud.Matching.Tests.Assignment;

/// <summary>Problems large enough for candidate lists, pricing and auctions; the certificate says whether the answer is right.</summary>
public class MediumProblemTests
{
    public static TheoryData<AssignmentObjective, int> Cases => new()
    {
        { AssignmentObjective.Total, 0 }, { AssignmentObjective.Total, 1 }, { AssignmentObjective.Coverage, 2 }, { AssignmentObjective.Coverage, 3 },
        { AssignmentObjective.Fair, 4 }, { AssignmentObjective.Stable, 5 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Answer_is_proven_and_the_same_for_any_number_of_threads_and_every_run(AssignmentObjective objective, int seed)
    {
        var problem = Problem(objective, seed, size: objective == AssignmentObjective.Fair ? 60 : 400);

        var one = AssignmentSolver.Solve(problem, new AssignmentOptions { Threads = 1 });

        Assert.Null(CertificateChecker.Check(problem, one).Reason);
        foreach (var threads in new[] { 2, 3, 0, 0 })
        {
            var other = AssignmentSolver.Solve(problem, new AssignmentOptions { Threads = threads });
            Assert.Equal(one.Pairs, other.Pairs);
            Assert.Equal((one.Total, one.UpperBound), (other.Total, other.UpperBound));
        }
    }

    [Fact]
    public void Scores_on_the_fly_stored_and_sparse_have_the_same_optimum()
    {
        var input = RandomCohort.Input(11, mentees: 500, mentors: 120);
        var fly = new MentorCloud.Matching.Factors.FactorScores(input);
        var values = new long[500 * 120];
        for (var i = 0; i < 500; i++)
            fly.Fill(i, values.AsSpan(i * 120, 120));
        var allowed = Enumerable.Range(0, values.Length).Where(k => values[k] != FixedPoint.Forbidden).Select(k => new ScoredPair(k / 120, k % 120, values[k]));
        PairScores[] forms = [fly, new DenseScores(500, 120, values), SparseScores.FromPairs(500, 120, [.. allowed])];

        var results = forms.Select(scores => Proven(new AssignmentProblem { Scores = scores, MentorCapacity = [.. Enumerable.Repeat(4, 120)] })).ToArray();

        Assert.Single(results.Select(r => r.Total).Distinct());
        Assert.True(results[0].Statistics.PricingRounds > 0);
    }

    /// <summary>Copies of each other on both sides; one mentor who only looks like a copy, pins, vetoes and passed-over mentees between them.</summary>
    [Theory]
    [InlineData(AssignmentObjective.Total, 1)]
    [InlineData(AssignmentObjective.Total, 2)]
    [InlineData(AssignmentObjective.Coverage, 3)]
    [InlineData(AssignmentObjective.Coverage, 4)]
    public void Many_copies_of_few_people_have_the_same_optimum_as_candidate_lists_alone(AssignmentObjective objective, int seed)
    {
        var random = new Random(seed);
        var kinds = Enumerable.Range(0, 20 * 12).Select(_ => random.Next(15) == 0 ? FixedPoint.Forbidden : random.Next(-20, 1000)).ToArray();
        var values = Enumerable.Range(0, 400 * 300).Select(k => kinds[(k / 300 % 20 * 12) + (k % 300 % 12)]).ToArray();
        values[(7 * 300) + 12] += 500;
        var problem = new AssignmentProblem
        {
            Scores = new DenseScores(400, 300, values),
            Objective = objective,
            MentorCapacity = [.. Enumerable.Range(0, 300).Select(_ => random.Next(3))],
            Pins = [new PairId(1, Enumerable.Range(0, 300).First(j => values[300 + j] > 0))],
            Vetoes = [.. Enumerable.Range(30, 40).Select(i => new PairId(i, i % 300))],
            PassedOver = [2, 9],
        };
        problem = problem with { MentorCapacity = problem.MentorCapacity.SetItem(problem.Pins[0].Mentor, 2) };

        var lists = Proven(problem with { MenteeDemand = [.. Enumerable.Repeat(1, 399), 2], MentorCapacity = problem.MentorCapacity, Vetoes = [.. problem.Vetoes, .. Enumerable.Range(0, 300).Select(j => new PairId(399, j))] });
        var twins = Proven(problem with { Vetoes = [.. problem.Vetoes, .. Enumerable.Range(0, 300).Select(j => new PairId(399, j))] });

        Assert.Equal(lists.Value, twins.Value);
        Assert.True(twins.Statistics.Augmentations * 4 < lists.Statistics.Augmentations, $"{twins.Statistics.Augmentations} searches with twins, {lists.Statistics.Augmentations} without");
    }

    [Fact]
    public void Pins_and_vetoes_one_after_another_keep_the_optimum()
    {
        var random = new Random(5);
        var problem = Problem(AssignmentObjective.Total, 9, size: 300);
        var result = Proven(problem);
        for (var step = 0; step < 12; step++)
        {
            var pair = result.Pairs[random.Next(result.Pairs.Length)];
            problem = step % 3 == 2
                ? problem with { Pins = [], Vetoes = problem.Vetoes.Length > 2 ? [] : problem.Vetoes }
                : problem with { Vetoes = problem.Vetoes.Add(new PairId(pair.Mentee, pair.Mentor)) };
            var resumed = AssignmentSolver.Solve(problem, null, result.Resume);
            Assert.Null(CertificateChecker.Check(problem, resumed).Reason);
            Assert.Equal(AssignmentSolver.Solve(problem).Value, resumed.Value);
            result = resumed;
        }
    }

    [Theory]
    [InlineData(AssignmentObjective.Total)]
    [InlineData(AssignmentObjective.Coverage)]
    [InlineData(AssignmentObjective.Fair)]
    [InlineData(AssignmentObjective.Stable)]
    public void Capacities_beyond_all_mentees_cost_nothing(AssignmentObjective objective)
    {
        var problem = Problem(objective, 3, size: 40) with { MentorCapacity = [.. Enumerable.Repeat(int.MaxValue, 40)], MenteeDemand = default };
        var enough = problem with { MentorCapacity = [.. Enumerable.Repeat(40, 40)] };

        Assert.Equal(Proven(enough).Total, Proven(problem).Total);
    }

    [Fact]
    public void Capacities_beyond_all_mentees_are_taken_for_scores_on_the_fly()
    {
        var scores = new MentorCloud.Matching.Factors.FactorScores(RandomCohort.Input(4, mentees: 600, mentors: 90));

        Assert.Equal(0, Proven(new AssignmentProblem { Scores = scores, MentorCapacity = [.. Enumerable.Repeat(int.MaxValue, 90)] }).Gap);
    }

    [Fact]
    public void Cancelled_solve_stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        foreach (var objective in Enum.GetValues<AssignmentObjective>())
            Assert.Throws<OperationCanceledException>(() => AssignmentSolver.Solve(Problem(objective, 1, size: 300), cancellation: stop.Token));
    }

    private static AssignmentResult Proven(AssignmentProblem problem)
    {
        var result = AssignmentSolver.Solve(problem);
        Assert.Null(CertificateChecker.Check(problem, result).Reason);
        return result;
    }

    /// <summary>Few different scores on even seeds; capacities 0 to 3, demands 0 to 2, vetoes, pins, standing pairs, passed over.</summary>
    private static AssignmentProblem Problem(AssignmentObjective objective, int seed, int size)
    {
        var random = new Random(seed);
        var spread = seed % 2 == 0 ? 12 : 1_000_000;
        var values = new long[size * size];
        for (var k = 0; k < values.Length; k++)
            values[k] = random.Next(20) == 0 ? FixedPoint.Forbidden : random.Next(-spread / 4, spread);
        var scores = new DenseScores(size, size, values);
        var pairs = Enumerable.Range(0, 40).Select(k => new PairId(k % size, random.Next(size))).Where(p => scores.At(p.Mentee, p.Mentor) != FixedPoint.Forbidden).ToArray();
        return new AssignmentProblem
        {
            Scores = scores,
            Objective = objective,
            MentorCapacity = [.. Enumerable.Range(0, size).Select(_ => 1 + random.Next(3))],
            MenteeDemand = [.. Enumerable.Range(0, size).Select(_ => 1 + random.Next(2))],
            Pins = [pairs[0]],
            Vetoes = [pairs[1], pairs[2]],
            Standing = [new StandingPair(pairs[3].Mentee, pairs[3].Mentor, spread / 10), new StandingPair(pairs[4].Mentee, pairs[4].Mentor, spread / 20)],
            PassedOver = [3, 5],
        };
    }
}
