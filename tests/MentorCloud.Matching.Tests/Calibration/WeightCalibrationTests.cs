using MentorCloud.Matching.Calibration;
using MentorCloud.Matching.Factors;

namespace MentorCloud.Matching.Tests.Calibration;

public class WeightCalibrationTests
{
    [Fact]
    public void Proposal_finds_the_factor_that_outcomes_followed()
    {
        var proposal = WeightCalibration.Propose(Outcomes(400), FactorWeights.Default);
        var breadth = proposal.Evidence[(int)Factor.ExperienceBreadth];
        Assert.True(breadth.Low > 0.2, $"interval starts at {breadth.Low}");
        Assert.True(breadth.Proposed > breadth.Current);
        Assert.True(proposal.Lift > 0.1, $"lift {proposal.Lift}");
        Assert.Equal(1, proposal.Weights.Values.Sum(), 1e-9);
    }

    [Fact]
    public void Too_few_pairings_are_refused_with_the_number_needed()
    {
        var refusal = Assert.Throws<MatchingException>(() => WeightCalibration.Propose(Outcomes(59), FactorWeights.Default));
        Assert.Equal(MatchingErrors.TooFew, refusal.Code);
        Assert.Contains("60", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Known_weights_are_recovered_within_their_intervals()
    {
        double[] truth = [0.4, 0.3, 0, 0, 0, 0, 0, 0.2, 0, 0, 0, 0.1];
        var random = new Random(3);
        PairOutcome[] outcomes = [.. Enumerable.Range(0, 2000).Select(_ =>
        {
            var factors = truth.Select(_ => (double?)random.NextDouble()).ToArray();
            return new PairOutcome([.. factors], Math.Clamp(factors.Zip(truth, (f, w) => f!.Value * w).Sum() + ((random.NextDouble() - 0.5) * 0.2), 0, 1));
        })];

        var proposal = WeightCalibration.Propose(outcomes, FactorWeights.Default);

        for (var f = 0; f < truth.Length; f++)
        {
            Assert.InRange(truth[f], proposal.Evidence[f].Low - 0.02, proposal.Evidence[f].High + 0.02);
            Assert.Equal(truth[f], proposal.Weights.Values[f], 0.03);
        }

        Assert.True(proposal.Lift > 0, $"lift {proposal.Lift}");
    }

    [Fact]
    public void Outcomes_of_pure_chance_promise_no_lift()
    {
        var random = new Random(8);
        var lifts = Enumerable.Range(0, 20).Select(_ => WeightCalibration.Propose(
            [.. Enumerable.Range(0, 300).Select(_ => new PairOutcome([.. Enumerable.Range(0, FactorWeights.Count).Select(_ => (double?)random.NextDouble())], random.NextDouble()))],
            FactorWeights.Default).Lift).ToArray();

        Assert.InRange(lifts.Average(), -0.1, 0.05);
    }

    [Fact]
    public void Factor_that_never_varied_keeps_its_weight_and_says_that_nothing_is_known()
    {
        var proposal = WeightCalibration.Propose(Outcomes(200), FactorWeights.Default);

        Assert.Equal(FactorWeights.Default[Factor.DivisionDiversity], proposal.Weights[Factor.DivisionDiversity], 1e-9);
        Assert.Equal(double.PositiveInfinity, proposal.Evidence[(int)Factor.DivisionDiversity].High);
        Assert.Equal(0, proposal.Evidence[(int)Factor.DivisionDiversity].Observations);
    }

    [Theory]
    [InlineData(1.5, 0.5)]
    [InlineData(0.5, double.NaN)]
    public void Observation_out_of_range_is_refused(double outcome, double factor)
    {
        PairOutcome[] outcomes = [.. Outcomes(100), new PairOutcome([.. Enumerable.Repeat<double?>(factor, FactorWeights.Count)], outcome)];

        Assert.Equal(MatchingErrors.Range, Assert.Throws<MatchingException>(() => WeightCalibration.Propose(outcomes, FactorWeights.Default)).Code);
    }

    /// <summary>Outcomes that depend on experience breadth alone, with noise; two other factors vary without effect.</summary>
    private static PairOutcome[] Outcomes(int count)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var factors = new double?[FactorWeights.Count];
            (factors[0], factors[1], factors[7]) = (random.NextDouble(), random.NextDouble(), random.Next(3) == 0 ? null : random.NextDouble());
            return new PairOutcome([.. factors], Math.Clamp((0.6 * factors[1]!.Value) + (0.3 * random.NextDouble()), 0, 1));
        })];
    }
}
