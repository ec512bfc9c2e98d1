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
