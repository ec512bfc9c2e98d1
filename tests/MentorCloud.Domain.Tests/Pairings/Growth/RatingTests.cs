using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Growth;

public sealed class RatingTests
{
    [Fact]
    public void The_mentee_alone_rates_the_mentoring_and_low_ratings_steer_the_amendment()
    {
        var life = Life.Active();
        life.Try(Sample.AsMentor, new RateMentoring(5)).Refused(ErrorCodes.PairingOtherSide);
        life.Try(Sample.AsMentee, new RateMentoring(6)).Refused(ErrorCodes.InputInvalid);
        life.Do(Sample.AsMentee, new RateMentoring(2));
        Assert.Equal([AmendmentAdvice.MentorRole], PairingLife.For(life.State, Sample.AsMentor).Advice);
        Assert.Empty(PairingLife.For(life.State, Sample.AsSponsor).Advice);
    }

    [Fact]
    public void Both_rate_a_session_and_only_one_that_was_held()
    {
        var life = Life.Active();
        life.Try(Sample.AsMentor, new RateSession(1, 3)).Refused(ErrorCodes.InputInvalid);
        life.Do(Sample.AsMentor, new LogCheckIn(life.Now, 30)).Do(Sample.AsMentor, new RateSession(1, 3)).Do(Sample.AsMentee, new RateSession(1, 5));
        Assert.Equal((3, 5), (life.State.CheckIns[0].MentorRating, life.State.CheckIns[0].MenteeRating));
    }

    [Fact]
    public void Self_assessments_keep_the_first_as_baseline_and_show_progress()
    {
        var life = Life.Active();
        for (var level = 1; level <= 10; level++)
        {
            life.Do(Sample.AsMentee, new AssessSelf([new CompetencyLevel("Persuasion", level)])).Days(1);
        }

        Assert.Equal(8, life.State.SelfAssessments.Length);
        Assert.Equal(new Domain.Pairings.Growth.Growth("Persuasion", 1, 10, 8), Assert.Single(PairingLife.For(life.State, Sample.AsMentor).Growth));
        life.Try(Sample.AsMentee, new AssessSelf([new CompetencyLevel("x", 1), new CompetencyLevel("x", 2)])).Refused(ErrorCodes.InputInvalid);
        life.Try(Sample.AsMentee, new AssessSelf([new CompetencyLevel("x", double.NaN)])).Refused(ErrorCodes.InputInvalid);
    }

    [Fact]
    public void Peers_rate_each_others_mentoring_and_each_rating_says_whose_it_is()
    {
        var active = Life.Active().State;
        var life = new Life(active with { Origin = active.Origin with { Type = ProgramType.Peer } }, Sample.Start);
        life.Do(Sample.AsMentor, new RateMentoring(1)).Do(Sample.AsMentee, new RateMentoring(5)).Do(Sample.AsMentee, new RateMentoring(5));
        Assert.Equal([(PairingSide.Mentor, 1), (PairingSide.Mentee, 5), (PairingSide.Mentee, 5)], life.State.Ratings.Select(rating => (rating.By, rating.Score)));
        Assert.Equal([AmendmentAdvice.MentorRole], PairingLife.For(life.State, Sample.AsMentee).Advice);

        for (var count = 0; count < 20; count++)
        {
            life.Do(Sample.AsMentee, new RateMentoring(4));
        }

        Assert.Equal((1, 12), (life.State.Ratings.Count(rating => rating.By == PairingSide.Mentor), life.State.Ratings.Count(rating => rating.By == PairingSide.Mentee)));
    }
}
