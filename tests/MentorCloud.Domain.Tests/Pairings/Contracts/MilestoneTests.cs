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

    [Fact]
    public void A_milestone_that_the_contract_does_not_name_is_refused() =>
        Assert.Equal("title", Life.Active().Try(Sample.AsMentee, new MeetMilestone("Other", 1)).Refused(ErrorCodes.InputInvalid).Field);

    [Fact]
    public void Small_wins_are_noted_once_and_only_those_that_were_agreed()
    {
        var life = Life.Active().Do(Sample.AsMentor, new NoteSmallWin(Title, 0)).Do(Sample.AsMentee, new NoteSmallWin(Title, 0));
        Assert.Equal([0], Assert.Single(life.State.Milestones).SmallWins);
        life.Try(Sample.AsMentor, new NoteSmallWin(Title, 1)).Refused(ErrorCodes.InputInvalid);
    }
}
