using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Contracts;

/// <summary>Rows 28 and 29 as tables: milestones by evidence, hours by the contract.</summary>
public sealed class MilestoneTableTests
{
    private const string Title = "First board paper";

    [Theory]
    [InlineData("mentee", Title, "evidence", null, null)]
    [InlineData("mentor", Title, "evidence", null, null)]
    [InlineData("stranger", Title, "evidence", ErrorCodes.NotFound, null)]
    [InlineData("manager", Title, "evidence", ErrorCodes.NotFound, null)]
    [InlineData("mentee", "Other", "evidence", ErrorCodes.InputInvalid, "title")]
    [InlineData("mentee", "first board paper", "evidence", ErrorCodes.InputInvalid, "title")]
    [InlineData("mentee", "", "evidence", ErrorCodes.InputInvalid, "title")]
    [InlineData("mentee", Title, "note", ErrorCodes.MilestoneWithoutEvidence, "evidence")]
    [InlineData("mentor", Title, "nothing", ErrorCodes.MilestoneWithoutEvidence, "evidence")]
    public void Milestone_is_met_by_a_partner_with_evidence_written_for_it(string who, string title, string with, string? code, string? field)
    {
        var life = Life.Active();
        var evidence = with switch
        {
            "evidence" => life.Write(Sample.AsMentee, EntryKind.Evidence, Visibility.Pair, entry => entry with { Topic = Title }),
            "note" => life.Write(Sample.AsMentee, EntryKind.Note, Visibility.Pair),
            _ => 99,
        };

        var decision = life.Try(Who(who), new MeetMilestone(title, evidence));

        Assert.Equal((code, field), (decision.Refusal?.Code, decision.Refusal?.Field));
        Assert.Equal(code is null ? 1 : 0, life.State.Milestones.Count(each => each.MetAt is not null));
    }

    [Theory]
    [InlineData(-1, ErrorCodes.InputInvalid)]
    [InlineData(0, null)]
    [InlineData(1, ErrorCodes.InputInvalid)]
    [InlineData(int.MaxValue, ErrorCodes.InputInvalid)]
    public void Small_win_is_one_of_the_contracts(int place, string? code) =>
        Assert.Equal(code, Life.Active().Try(Sample.AsMentor, new NoteSmallWin(Title, place)).Refusal?.Code);

    [Theory]
    [InlineData(new[] { 240 }, 0)]
    [InlineData(new[] { 241 }, 1)]
    [InlineData(new[] { 200, 40 }, 0)]
    [InlineData(new[] { 200, 41 }, 1)]
    [InlineData(new[] { 480, 480, 480 }, 1)]
    public void Hours_above_four_in_a_month_alert_once(int[] minutes, int alerts)
    {
        var life = Life.Active().Days(1);
        foreach (var each in minutes)
        {
            life.Do(Sample.AsMentor, new LogHours(Sample.Start, each));
        }

        Assert.Equal(alerts, life.Count<MentorOverloaded>());
    }

    [Theory]
    [InlineData(0, 0, "minutes")]
    [InlineData(481, 0, "minutes")]
    [InlineData(60, 1, "at")]
    [InlineData(60, -1, "at")]
    [InlineData(60, 0, null)]
    public void Hours_lie_between_the_beginning_and_now_and_are_of_one_day(int minutes, int days, string? field) => Assert.Equal(
        field, Life.Active().Try(Sample.AsMentor, new LogHours(Sample.Start.AddDays(days), minutes)).Refusal?.Field);

    private static Actor Who(string who) => who switch
    {
        "mentor" => Sample.AsMentor,
        "mentee" => Sample.AsMentee,
        "manager" => Sample.AsManager,
        _ => Sample.AsStranger,
    };
}
