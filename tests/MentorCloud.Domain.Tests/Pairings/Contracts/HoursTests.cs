using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
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
