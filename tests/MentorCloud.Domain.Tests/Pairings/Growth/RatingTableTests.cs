using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Growth;

/// <summary>Rows 51, 53 and 54 as tables: who rates whom, and what a rating may be.</summary>
public sealed class RatingTableTests
{
    [Theory]
    [InlineData("mentee", 1, null)]
    [InlineData("mentee", 5, null)]
    [InlineData("mentee", 0, ErrorCodes.InputInvalid)]
    [InlineData("mentee", 6, ErrorCodes.InputInvalid)]
    [InlineData("mentee", int.MinValue, ErrorCodes.InputInvalid)]
    [InlineData("mentor", 3, ErrorCodes.PairingOtherSide)]
    [InlineData("stranger", 3, ErrorCodes.NotFound)]
    public void Mentoring_is_rated_by_the_mentee_from_one_to_five(string who, int score, string? code) => Assert.Equal(
        code, Life.Active().Try(who switch { "mentor" => Sample.AsMentor, "mentee" => Sample.AsMentee, _ => Sample.AsStranger }, new RateMentoring(score)).Refusal?.Code);

    [Theory]
    [InlineData("Persuasion", 0, null)]
    [InlineData("Persuasion", 10, null)]
    [InlineData("Persuasion", -0.1, "levels.0.level")]
    [InlineData("Persuasion", 10.1, "levels.0.level")]
    [InlineData("Persuasion", double.NaN, "levels.0.level")]
    [InlineData("Persuasion", double.PositiveInfinity, "levels.0.level")]
    [InlineData("", 3, "levels.0.competency")]
    public void Self_assessment_names_a_competency_and_a_level(string competency, double level, string? field) => Assert.Equal(
        field, Life.Active().Try(Sample.AsMentee, new AssessSelf([new CompetencyLevel(competency, level)])).Refusal?.Field);

    [Theory]
    [InlineData(0, "levels")]
    [InlineData(1, null)]
    [InlineData(12, null)]
    [InlineData(13, "levels")]
    public void Self_assessment_is_of_one_to_twelve_competencies(int count, string? field) => Assert.Equal(
        field, Life.Active().Try(Sample.AsMentee, new AssessSelf([.. Enumerable.Range(0, count).Select(each => new CompetencyLevel($"c{each}", 1))])).Refusal?.Field);

    [Theory]
    [InlineData(1, 3, "raters")]
    [InlineData(1, 4, null)]
    [InlineData(12, 20, null)]
    [InlineData(12, 21, "raters")]
    [InlineData(0, 4, "competencies")]
    [InlineData(13, 4, "competencies")]
    public void Review_asks_four_to_twenty_people_about_one_to_twelve_competencies(int competencies, int raters, string? field) =>
        Assert.Equal(field, Life.Active().Try(Sample.AsMentee, Review(competencies, raters)).Refusal?.Field);

    [Theory]
    [InlineData(new[] { 1, 5 }, null)]
    [InlineData(new[] { 0, 5 }, "scores.0")]
    [InlineData(new[] { 1, 6 }, "scores.1")]
    [InlineData(new[] { 3 }, "scores")]
    [InlineData(new[] { 3, 3, 3 }, "scores")]
    [InlineData(new int[0], "scores")]
    public void Rater_scores_each_competency_from_one_to_five(int[] scores, string? field) => Assert.Equal(
        field, Life.Active().Do(Sample.AsMentee, Review(2, 4)).Try(Rater(0), new Rate360(1, [.. scores])).Refusal?.Field);

    [Theory]
    [InlineData(0, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(6, true)]
    public void Summary_is_shown_from_four_raters_on(int answers, bool shown)
    {
        var life = Life.Active().Do(Sample.AsMentee, Review(1, 6));
        for (var rater = 0; rater < answers; rater++)
        {
            life.Do(Rater(rater), new Rate360(1, [3]));
        }

        life.Do(Sample.AsMentee, new CloseReview360(1));

        Assert.Equal(shown, !Review360Decisions.Summaries(life.State, Sample.AsMentee).IsEmpty);
    }

    private static OpenReview360 Review(int competencies, int raters) => new(
        [.. Enumerable.Range(0, competencies).Select(each => $"c{each}")], [.. Enumerable.Range(0, raters).Select(RaterId)]);

    private static ParticipantId RaterId(int rater) => Sample.Id<ParticipantId>(50 + rater);

    private static Actor Rater(int rater) => Actor.User(Sample.Tenant, Sample.Id<AccountId>(80 + rater), Role.Mentor, RaterId(rater));
}
