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
}
