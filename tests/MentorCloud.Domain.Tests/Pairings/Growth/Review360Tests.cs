using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Growth;

public sealed class Review360Tests
{
    private static readonly ImmutableArray<ParticipantId> Raters = [.. Enumerable.Range(50, 5).Select(Sample.Id<ParticipantId>)];

    [Fact]
    public void A_summary_appears_when_closed_with_four_raters_and_for_the_mentee_alone()
    {
        var life = Opened();
        Rate(life, 4);
        Assert.Empty(Review360Decisions.Summaries(life.State, Sample.AsMentee));
        life.Do(Sample.AsMentee, new CloseReview360(1));
        var summary = Assert.Single(PairingLife.For(life.State, Sample.AsMentee).Reviews);
        Assert.Equal((4, 2.5), (summary.Raters, summary.Means[0].Level));
        Assert.Empty(PairingLife.For(life.State, Sample.AsMentor).Reviews);
        Assert.Empty(PairingLife.For(life.State, Sample.AsManager).Reviews);
    }

    [Fact]
    public void Fewer_than_four_raters_leave_no_scores_behind()
    {
        var life = Opened();
        Rate(life, 3);
        life.Do(Sample.AsMentee, new CloseReview360(1));
        Assert.Empty(life.State.Reviews[0].Scores);
        Assert.Empty(PairingLife.For(life.State, Sample.AsMentee).Reviews);
    }

    [Fact]
    public void Scores_are_kept_in_an_order_that_says_nothing_of_who_gave_them()
    {
        var life = Opened();
        var reversed = Opened();
        Rate(life, 4);
        foreach (var rater in Enumerable.Range(0, 4).Reverse())
        {
            reversed.Do(As(rater), new Rate360(1, [rater + 1]));
        }

        Assert.Equal(life.State.Reviews[0].Scores.Select(each => each[0]), reversed.State.Reviews[0].Scores.Select(each => each[0]));
        Assert.Equal(life.State.Reviews[0].Answered, reversed.State.Reviews[0].Answered);
    }

    [Fact]
    public void Raters_rate_once_and_who_was_not_asked_finds_nothing()
    {
        var life = Opened().Do(As(0), new Rate360(1, [3]));
        life.Try(As(0), new Rate360(1, [5])).Refused(ErrorCodes.ReviewNotOpen);
        life.Try(Sample.AsStranger, new Rate360(1, [5])).Refused(ErrorCodes.NotFound);
        life.Try(Sample.AsMentor, new Rate360(1, [5])).Refused(ErrorCodes.NotFound);
        life.Try(As(1), new Rate360(1, [6])).Refused(ErrorCodes.InputInvalid);
    }

    [Fact]
    public void A_review_needs_four_people_outside_the_pairing()
    {
        Life.Active().Try(Sample.AsMentee, new OpenReview360(["Vision"], Raters[..3])).Refused(ErrorCodes.InputInvalid);
        Life.Active().Try(Sample.AsMentee, new OpenReview360(["Vision"], [.. Raters[..3], Sample.Mentor])).Refused(ErrorCodes.InputInvalid);
        Opened().Try(Sample.AsMentee, new OpenReview360(["Vision"], Raters)).Refused(ErrorCodes.ReviewNotOpen);
    }

    private static Life Opened() => Life.Active().Do(Sample.AsMentee, new OpenReview360(["Vision"], Raters));

    private static void Rate(Life life, int count)
    {
        for (var rater = 0; rater < count; rater++)
        {
            life.Do(As(rater), new Rate360(1, [rater + 1]));
        }
    }

    private static Actor As(int rater) => Actor.User(Sample.Tenant, Sample.Id<AccountId>(60 + rater), Role.Mentor, Raters[rater]);
}
