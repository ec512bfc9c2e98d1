using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Growth;

public sealed class NarrativeTests
{
    [Fact]
    public void The_narrative_tells_objectives_milestones_growth_and_evidence()
    {
        var life = Life.Active().Do(Sample.AsMentee, new AssessSelf([new CompetencyLevel("Persuasion", 2)]));
        var number = life.Write(Sample.AsMentee, EntryKind.Evidence, Visibility.Pair, entry => entry with { Topic = "First board paper" });
        life.Do(Sample.AsMentee, new MeetMilestone("First board paper", number));
        var text = Narrative.Write(life.State, PairingSide.Mentee, [new OpenEntry(life.State.Entries[0], [new EntryText("text", "Accepted on 3 May.")])]);
        Assert.Contains("## Milestones met\n\n- First board paper (2026-01-05)", text, StringComparison.Ordinal);
        Assert.Contains("| Persuasion | 2 | 2 |", text, StringComparison.Ordinal);
        Assert.Contains("*text*: Accepted on 3 May.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Promoted!\n## Now", "\\# Promoted\\! \\#\\# Now")]
    [InlineData("<script>x</script>", "\\<script\\>x\\</script\\>")]
    [InlineData("[a](http://b)", "\\[a\\]\\(http://b\\)")]
    [InlineData("a | b", "a \\| b")]
    public void What_people_wrote_cannot_become_markup(string written, string escaped)
    {
        var life = Life.Active();
        life.Write(Sample.AsMentee, EntryKind.Evidence, Visibility.Pair, entry => entry with { Topic = "First board paper" });
        var text = Narrative.Write(life.State, PairingSide.Mentee, [new OpenEntry(life.State.Entries[0], [new EntryText("text", written)])]);
        Assert.Contains($"*text*: {escaped}\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EntryKind.Experiment, PairingSide.Mentee, null, true)]
    [InlineData(EntryKind.Experiment, PairingSide.Mentor, null, false)]
    [InlineData(EntryKind.AfterActionReview, PairingSide.Mentor, null, false)]
    [InlineData(EntryKind.Feedback, PairingSide.Mentor, null, true)]
    [InlineData(EntryKind.Feedback, PairingSide.Mentee, null, false)]
    [InlineData(EntryKind.PlanItem, PairingSide.Mentor, PairingSide.Mentee, true)]
    [InlineData(EntryKind.PlanItem, PairingSide.Mentee, PairingSide.Mentor, false)]
    [InlineData(EntryKind.Assignment, PairingSide.Mentor, PairingSide.Mentee, true)]
    [InlineData(EntryKind.Stretch, PairingSide.Mentor, PairingSide.Mentor, true)]
    [InlineData(EntryKind.Evidence, PairingSide.Mentor, null, true)]
    [InlineData(EntryKind.Note, PairingSide.Mentee, null, false)]
    public void The_narrative_holds_what_is_the_learners_own(EntryKind kind, PairingSide author, PairingSide? owner, bool told) =>
        Assert.Equal(told, IsTold(Head(kind, author, owner), PairingSide.Mentee));

    [Fact]
    public void What_was_given_up_and_among_peers_the_others_stretch_are_not_told()
    {
        Assert.False(IsTold(Head(EntryKind.Experiment, PairingSide.Mentee, null) with { Status = EntryStatus.Dropped }, PairingSide.Mentee));
        Assert.False(IsTold(Head(EntryKind.Stretch, PairingSide.Mentor, PairingSide.Mentor), PairingSide.Mentee, ProgramType.Peer));
        Assert.True(IsTold(Head(EntryKind.Feedback, PairingSide.Mentee, null), PairingSide.Mentor, ProgramType.Peer));
    }

    [Theory]
    [InlineData(EntryKind.Experiment)]
    [InlineData(EntryKind.AfterActionReview)]
    public void What_its_author_keeps_private_enters_no_narrative_until_it_is_shared(EntryKind kind)
    {
        var head = Head(kind, PairingSide.Mentee, null);
        Assert.False(IsTold(head with { Visibility = Visibility.Author }, PairingSide.Mentee));
        Assert.True(IsTold(head, PairingSide.Mentee));
    }

    private static bool IsTold(Entry head, PairingSide learner, ProgramType type = ProgramType.OneToOne)
    {
        var active = Life.Active().State;
        var state = active with { Origin = active.Origin with { Type = type } };
        return Narrative.Write(state, learner, [new OpenEntry(head, [new EntryText("text", "told")])]).Contains("told", StringComparison.Ordinal);
    }

    private static Entry Head(EntryKind kind, PairingSide author, PairingSide? owner) => new()
    {
        Number = 1, Kind = kind, Author = author, Owner = owner, Visibility = Visibility.Pair, WrittenAt = Sample.Start, Status = EntryStatus.Done,
    };
}
