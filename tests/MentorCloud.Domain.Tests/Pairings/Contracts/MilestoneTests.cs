using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Contracts;

public sealed class MilestoneTests
{
    private const string Title = "First board paper";

    [Fact]
    public void A_milestone_is_met_only_with_evidence_written_for_it()
    {
        var life = Life.Active();
        var note = life.Write(Sample.AsMentee, EntryKind.Note, Visibility.Pair);
        life.Try(Sample.AsMentee, new MeetMilestone(Title, note)).Refused(ErrorCodes.MilestoneWithoutEvidence);
        var evidence = life.Write(Sample.AsMentee, EntryKind.Evidence, Visibility.Pair, entry => entry with { Topic = Title });
        life.Do(Sample.AsMentee, new MeetMilestone(Title, evidence)).Do(Sample.AsMentor, new MeetMilestone(Title, evidence));
        Assert.Equal(1, life.Count<MilestoneMet>());
        Assert.Equal(evidence, Assert.Single(life.State.Milestones).Evidence);
    }

    [Theory]
    [InlineData("Accepted without rework", true)]
    [InlineData("Accepted by the whole board", false)]
    public void A_met_milestone_stays_met_through_an_amendment_only_with_the_same_criteria(string criteria, bool stays)
    {
        var life = Met();

        Amend(life, new Milestone(Title, criteria, ["Outline agreed"], null));

        Assert.Equal(stays, Assert.Single(life.State.Milestones).MetAt is not null);
        Assert.Equal(stays, life.State.Milestones[0].Evidence is not null);
        life.Do(Sample.AsMentee, new MeetMilestone(Title, life.State.EntriesWritten));
        Assert.Equal(stays ? 1 : 2, life.Count<MilestoneMet>());
    }

    [Fact]
    public void A_met_milestone_that_is_no_longer_agreed_stays_until_it_comes_back_with_other_criteria()
    {
        var life = Met();

        Amend(life, new Milestone("Second paper", "Accepted", [], null));
        Assert.NotNull(Assert.Single(life.State.Milestones).MetAt);
        Amend(life, new Milestone(Title, "Accepted by the whole board", [], null));

        Assert.Null(Assert.Single(life.State.Milestones).MetAt);
    }

    [Fact]
    public void Small_wins_that_were_had_follow_their_words_when_an_amendment_moves_them()
    {
        var life = Life.Active(Sample.Terms with { Milestones = [new Milestone(Title, "Accepted", ["Outline", "Draft", "Rehearsal"], null)] });
        life.Do(Sample.AsMentee, new NoteSmallWin(Title, 0)).Do(Sample.AsMentee, new NoteSmallWin(Title, 1));

        Amend(life, new Milestone(Title, "Accepted", ["Rehearsal", "Slides", "Outline"], null));

        Assert.Equal([2], Assert.Single(life.State.Milestones).SmallWins);
    }

    private static Life Met()
    {
        var life = Life.Active();
        var evidence = life.Write(Sample.AsMentee, EntryKind.Evidence, Visibility.Pair, entry => entry with { Topic = Title });
        return life.Do(Sample.AsMentee, new MeetMilestone(Title, evidence));
    }

    private static void Amend(Life life, Milestone milestone)
    {
        life.Do(Sample.AsMentor, new DraftContract(Sample.Terms with { Milestones = [milestone] })).Do(Sample.AsMentor, new ProposeContract());
        var version = life.State.NewestContract!.Number;
        life.Do(Sample.AsMentor, new SignContract(version)).Do(Sample.AsMentee, new SignContract(version));
    }

    [Fact]
    public void A_milestone_that_the_contract_does_not_name_is_refused() =>
        Assert.Equal("title", Life.Active().Try(Sample.AsMentee, new MeetMilestone("Other", 1)).Refused(ErrorCodes.InputInvalid).Field);

    [Fact]
    public void Small_wins_are_noted_once_and_only_those_that_were_agreed()
    {
        var life = Life.Active().Do(Sample.AsMentor, new NoteSmallWin(Title, 0)).Do(Sample.AsMentee, new NoteSmallWin(Title, 0));
        Assert.Equal([0], Assert.Single(life.State.Milestones).SmallWins);
        Assert.Equal(
            "smallWin names no small win of this milestone; they are counted from 0.",
            life.Try(Sample.AsMentor, new NoteSmallWin(Title, 1)).Refused(ErrorCodes.InputInvalid).Message);
    }
}
