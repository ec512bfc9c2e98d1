using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.People;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Contracts;

public sealed class HoursTests
{
    [Fact]
    public void Hours_above_the_contract_alert_once_a_month_and_block_new_assignments()
    {
        var life = Life.Active().Days(1).Do(Sample.AsMentor, new LogHours(Sample.Start, 240));
        Assert.Equal(0, life.Count<MentorOverloaded>());
        life.Do(Sample.AsMentor, new LogCheckIn(Sample.Start, 30)).Do(Sample.AsMentor, new LogHours(Sample.Start, 30));
        var fact = Assert.Single(life.Facts.OfType<MentorOverloaded>());
        Assert.Equal((270, 240, new DateTimeOffset(2026, 2, 1, 5, 0, 0, TimeSpan.Zero)), (fact.Minutes, fact.AgreedMinutes, fact.Until));
        Assert.Equal(PairingEffectKind.NoteOverload, Assert.Single(life.State.Effects).Kind);
        Assert.Contains(AmendmentAdvice.Hours, AmendmentAdvisor.Of(life.State));
    }

    [Fact]
    public void Overload_is_a_case_for_the_program_until_its_month_is_over_also_in_a_pause()
    {
        var life = Life.Active().Days(1).Do(Sample.AsMentor, new LogHours(Sample.Start, 241));
        var until = new DateTimeOffset(2026, 2, 1, 5, 0, 0, TimeSpan.Zero);

        var open = Assert.Single(Cases(life));
        Assert.Equal((202601, life.Now, until, true), (open.Number, open.OpenedAt, open.DueAt, open.IsOpen));
        life.Do(Sample.AsMentor, new PausePairing(new DateOnly(2026, 3, 1), "Leave")).Until(until.AddTicks(-1));
        Assert.True(Assert.Single(Cases(life)).IsOpen);
        life.Until(until);

        Assert.False(Assert.Single(Cases(life)).IsOpen);
        Assert.Equal(202601, Assert.Single(life.Facts.OfType<MentorOverloadPassed>()).Month);
    }

    [Fact]
    public void Overload_is_no_case_any_more_when_the_pairing_has_ended()
    {
        var life = Life.Active().Days(1).Do(Sample.AsMentor, new LogHours(Sample.Start, 241));

        life.Do(Sample.AsManager, new DecideTerm(TermChoice.Close)).Days(60);

        Assert.False(Assert.Single(Cases(life)).IsOpen);
    }

    private static IEnumerable<CaseRow> Cases(Life life) =>
        PairingRows.Of(life.State).OfType<CaseRow>().Where(each => each.Kind == CaseKind.Overload);

    [Fact]
    public void Hours_are_counted_in_the_month_of_the_pairings_zone()
    {
        var life = Life.Active().Days(40);
        life.Do(Sample.AsMentor, new LogHours(new DateTimeOffset(2026, 2, 1, 4, 59, 0, TimeSpan.Zero), 10));
        life.Do(Sample.AsMentor, new LogHours(new DateTimeOffset(2026, 2, 1, 5, 0, 0, TimeSpan.Zero), 20));
        Assert.Equal([(202601, 10), (202602, 20)], life.State.Hours.Select(month => (month.Month, month.Minutes)));
    }

    [Fact]
    public void An_overloaded_mentor_takes_nobody_new_until_the_month_is_over()
    {
        var mentor = ParticipantDecisions.ReserveSlot(ParticipantDecisionsTests.Registered(ParticipantKind.Mentor), ParticipantDecisionsTests.Slot(1)).Ok();
        var until = Sample.Start.AddDays(20);
        var overloaded = ParticipantDecisions.NoteOverload(mentor, new MentorOverload(Sample.Id<PairingId>(1), until)).Ok();
        ParticipantDecisions.ReserveSlot(overloaded, ParticipantDecisionsTests.Slot(2)).Refused(ErrorCodes.MentorOverloaded);
        ParticipantDecisions.ReserveSlot(overloaded, ParticipantDecisionsTests.Slot(2) with { ReservedAt = until }).Ok();
        var released = ParticipantDecisions.ReleaseSlot(overloaded, Sample.Id<PairingId>(1)).Ok();
        ParticipantDecisions.ReserveSlot(released, ParticipantDecisionsTests.Slot(2)).Ok();
    }
}
