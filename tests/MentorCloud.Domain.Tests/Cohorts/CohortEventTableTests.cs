using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Cohorts;

/// <summary>Row 7 as tables: what a plan may be, and what may be done before, during and after an event.</summary>
public sealed class CohortEventTableTests
{
    private static readonly CohortEventId Id = Sample.Id<CohortEventId>(70);
    private static readonly PlanCohortEvent Wanted = new(Sample.Cohort, CohortEventKind.Roundtable, "Boards", Sample.Start.AddDays(7), 90);

    [Theory]
    [InlineData("Boards", 90, 7, null)]
    [InlineData("Boards", 15, 7, null)]
    [InlineData("Boards", 960, 7, null)]
    [InlineData("Boards", 14, 7, "minutes")]
    [InlineData("Boards", 961, 7, "minutes")]
    [InlineData("", 90, 7, "title")]
    [InlineData("Boards", 90, 0, "startsAt")]
    [InlineData("Boards", 90, -1, "startsAt")]
    public void Plan_has_a_title_a_length_and_a_time_to_come(string title, int minutes, int days, string? field) => Assert.Equal(
        field, CohortEventDecisions.Plan(null, Id, Wanted with { Title = title, Minutes = minutes, StartsAt = Sample.Start.AddDays(days) }, Sample.Start).Refusal?.Field);

    [Theory]
    [InlineData("planned", "invite", 0, null)]
    [InlineData("planned", "cancel", 0, null)]
    [InlineData("planned", "record", 0, ErrorCodes.EventNotBegun)]
    [InlineData("planned", "record", 8, null)]
    [InlineData("planned", "invite", 8, ErrorCodes.EventOver)]
    [InlineData("planned", "cancel", 8, ErrorCodes.EventOver)]
    [InlineData("cancelled", "invite", 0, ErrorCodes.EventOver)]
    [InlineData("cancelled", "cancel", 0, null)]
    public void Event_allows_what_its_time_allows(string standing, string act, int days, string? code)
    {
        var invited = CohortEventDecisions.Invite(CohortEventDecisions.Plan(null, Id, Wanted, Sample.Start).Ok(), [Sample.Mentee], Sample.Start).Ok();
        var state = standing == "cancelled" ? CohortEventDecisions.Cancel(invited, Sample.Start).Ok() : invited;
        var now = Sample.Start.AddDays(days);

        var decision = act switch
        {
            "invite" => CohortEventDecisions.Invite(state, [Sample.Mentor], now),
            "cancel" => CohortEventDecisions.Cancel(state, now),
            _ => CohortEventDecisions.Record(state, [Sample.Mentee], "Good", now),
        };

        Assert.Equal(code, decision.Refusal?.Code);
    }
}
