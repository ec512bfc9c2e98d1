using MentorCloud.Matching.Factors;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Tests.Factors;

/// <summary>Every kernel against its formula, on cohorts in which everything is missing here and there.</summary>
public class FormulaTests
{
    public static TheoryData<Factor> Factors => [.. Enum.GetValues<Factor>()];

    [Theory]
    [MemberData(nameof(Factors))]
    public void Factor_of_every_pair_is_that_of_its_formula_and_missing_exactly_where_data_is(Factor factor)
    {
        var (known, missing) = (0, 0);
        for (var seed = 0; seed < 8; seed++)
        {
            var input = RandomCohort.Input(seed, mentees: 14, mentors: 19);
            var explainer = new PairExplainer(new FactorScores(input));
            for (var pair = 0; pair < 14 * 19; pair++)
            {
                var expected = PlainFormulas.Of(input, pair / 19, pair % 19, factor);
                var actual = explainer.Explain(pair / 19, pair % 19).Factors[(int)factor].Value;
                Assert.Equal(expected is null, actual is null);
                Assert.Equal(expected ?? 0, actual ?? 0, 2e-5);
                Assert.InRange(actual ?? 0, 0, 1);
                known += actual is null ? 0 : 1;
                missing += actual is null ? 1 : 0;
            }
        }

        Assert.True(known > 50 && missing > 20, $"{known} known, {missing} missing: the cohorts test too little");
    }

    [Fact]
    public void Score_is_the_weighted_mean_of_what_is_known()
    {
        var input = RandomCohort.Input(21, mentees: 20, mentors: 30);
        var scores = new FactorScores(input);
        var explainer = new PairExplainer(scores);
        for (var pair = 0; pair < 600; pair++)
        {
            var values = Enum.GetValues<Factor>().Select(f => (Weight: input.Weights[f], Value: PlainFormulas.Of(input, pair / 30, pair % 30, f))).Where(f => f.Value is not null).ToArray();
            var mean = values.Length == 0 ? 0 : values.Sum(f => f.Weight * f.Value!.Value) / values.Sum(f => f.Weight);
            Assert.Equal(mean, FixedPoint.ToDouble(explainer.Explain(pair / 30, pair % 30).Score), 2e-5);
        }
    }
}
