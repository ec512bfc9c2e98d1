using MentorCloud.Matching.Factors;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Tests.Factors;

public class FactorScoresTests
{
    [Fact]
    public void Complementarity_follows_its_formula()
    {
        // Mentee 0: gaps 2 (priority 3, own 1) and 1 (priority 1, own 2). Mentor 1 has levels 2 and 3.
        var value = Value(SmallCohort.Input(), 0, 1, Factor.Complementarity);
        Assert.Equal(((3 * 1) + (1 * 1)) / (double)((3 * 2) + (1 * 1)), value!.Value, 1e-6);
    }

    [Fact]
    public void Experience_breadth_is_the_share_of_missing_experiences_lived() =>
        Assert.Equal(2 / 3.0, Value(SmallCohort.Input(), 0, 2, Factor.ExperienceBreadth)!.Value, 1e-6);

    [Theory]
    [InlineData(2, 0.0)]
    [InlineData(4, 0.5)]
    [InlineData(6, 1.0)]
    [InlineData(9, 0.5)]
    public void Cognitive_distance_rises_to_the_peak_and_falls_beyond(int mentor, double expected) =>
        Assert.Equal(expected, Value(SmallCohort.Input(), 0, mentor, Factor.CognitiveDistance)!.Value, 1e-5);

    [Fact]
    public void Shared_hours_count_over_midnight()
    {
        // Mentee 0 works 23:00 to 07:00, mentor 0 midnight to 08:00, mentor 10 from 20:00 to 04:00.
        Assert.Equal(420 / 480.0, Value(SmallCohort.Input(), 0, 0, Factor.SharedHours)!.Value, 1e-6);
        Assert.Equal(300 / 480.0, Value(SmallCohort.Input(), 0, 10, Factor.SharedHours)!.Value, 1e-6);
    }

    [Fact]
    public void Diversity_is_one_where_the_attribute_differs_and_zero_where_not()
    {
        Assert.Equal(0, Value(SmallCohort.Input(), 0, 2, Factor.DivisionDiversity));
        Assert.Equal(1, Value(SmallCohort.Input(), 0, 1, Factor.DivisionDiversity));
    }

    [Fact]
    public void Score_is_the_weighted_mean_of_known_factors_and_breakdown_adds_up()
    {
        var scores = new FactorScores(SmallCohort.Input());
        var breakdown = new PairExplainer(scores).Explain(0, 0);
        Assert.Equal([Factor.MenteePreference, Factor.MentorPreference], breakdown.Missing);
        Assert.Equal(FixedPoint.ToDouble(breakdown.Score), breakdown.Factors.Sum(f => f.Share), 1e-6);
        Assert.Equal(breakdown.Score, scores.At(0, 0));
    }

    [Fact]
    public void Missing_levels_of_a_mentor_are_left_out_of_that_pair_only()
    {
        var input = SmallCohort.Input();
        var missing = input with { Mentors = input.Mentors with { Levels = input.Mentors.Levels.SetItem(2, float.NaN).SetItem(3, float.NaN) } };
        Assert.Null(Value(missing, 0, 1, Factor.Complementarity));
        Assert.Equal(Value(input, 0, 2, Factor.Complementarity)!.Value, Value(missing, 0, 2, Factor.Complementarity)!.Value, 1e-6);
    }

    [Fact]
    public void A_pair_scores_the_same_by_row_by_tile_and_alone()
    {
        var scores = new FactorScores(SmallCohort.Input());
        var tile = new long[2 * SmallCohort.Mentors];
        scores.FillTile([0, 1], tile);
        var row = new long[SmallCohort.Mentors];
        for (var i = 0; i < 2; i++)
        {
            scores.Fill(i, row);
            Assert.Equal(row, tile.AsSpan(i * SmallCohort.Mentors, SmallCohort.Mentors).ToArray());
            Assert.Equal(row, Enumerable.Range(0, SmallCohort.Mentors).Select(j => scores.At(i, j)));
        }
    }

    [Fact]
    public void Hard_rules_say_who_removed_whom()
    {
        var explainer = new PairExplainer(new FactorScores(SmallCohort.Input()));
        Assert.Equal(HardRule.Exclusion, explainer.Forbids(0, 5) & HardRule.Exclusion);
        Assert.Equal(HardRule.ReportingLine | HardRule.Language, explainer.Forbids(0, 3) & (HardRule.ReportingLine | HardRule.Language));
        Assert.Equal(HardRule.None, explainer.Forbids(0, 0));
        Assert.Equal(FixedPoint.Forbidden, new FactorScores(SmallCohort.Input()).At(0, 3));
        Assert.Equal(2, explainer.Rules(0).RemovedBy[HardRule.Language]);
    }

    [Fact]
    public void Rule_that_leaves_nobody_is_named()
    {
        var input = SmallCohort.Input();
        var mute = input with { Mentees = input.Mentees with { Languages = [0b100, 0b10] }, Rules = new HardRules { SharedMinutes = 0 } };
        var report = new PairExplainer(new FactorScores(mute)).Rules(0);
        Assert.Equal(0, report.Allowed);
        Assert.Contains(HardRule.Language, report.Emptied);
    }

    private static double? Value(ScoringInput input, int mentee, int mentor, Factor factor) =>
        new PairExplainer(new FactorScores(input)).Explain(mentee, mentor).Factors[(int)factor].Value;
}
