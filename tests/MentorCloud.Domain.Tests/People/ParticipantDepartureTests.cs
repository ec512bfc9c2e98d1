using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.People;

public sealed class ParticipantDepartureTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);
    private static readonly PairingSlot Slot = new(Sample.Pairing, Sample.Mentee, Sample.Cohort, Now);

    [Fact]
    public void Departure_is_noted_once_and_asks_for_its_work_until_nothing_holds_the_person()
    {
        var departed = ParticipantDeparture.Depart(Mentor() with { Slots = [Slot] }, Now).Ok();

        Assert.Same(departed, ParticipantDeparture.Depart(departed, Now.AddDays(1)).Ok());
        Assert.Equal(Now + ParticipantState.WorkAgainAfter, departed.NextDue);
        Assert.Null(ParticipantDecisions.ReleaseSlot(departed, Slot.Pairing).Ok().NextDue);
    }

    [Fact]
    public void Departed_person_joins_and_is_reserved_no_more_until_they_are_back()
    {
        var departed = ParticipantDeparture.Depart(Mentor(), Now).Ok();

        Assert.Equal(ErrorCodes.ParticipantDeparted, ParticipantDecisions.Join(departed, Slot.Cohort).Refusal!.Code);
        Assert.Equal(ErrorCodes.ParticipantDeparted, ParticipantDecisions.ReserveSlot(departed, Slot).Refusal!.Code);
        Assert.Single(ParticipantDecisions.ReserveSlot(ParticipantDeparture.Return(departed).Ok(), Slot).Ok().Slots);
    }

    [Fact]
    public void Return_waits_until_every_pairing_has_ended()
    {
        var departed = ParticipantDeparture.Depart(Mentor() with { Slots = [Slot] }, Now).Ok();

        Assert.Equal(ErrorCodes.ParticipantStillPaired, ParticipantDeparture.Return(departed).Refusal!.Code);
        Assert.Null(ParticipantDeparture.Return(ParticipantDecisions.ReleaseSlot(departed, Slot.Pairing).Ok()).Ok().DepartedAt);
    }

    [Fact]
    public void Return_of_somebody_who_never_left_changes_nothing()
    {
        var mentor = Mentor();

        Assert.Same(mentor, ParticipantDeparture.Return(mentor).Ok());
    }

    [Fact]
    public void Erased_person_neither_leaves_nor_comes_back()
    {
        var erased = ParticipantErasure.Erase(Mentor(), Now).Ok();

        Assert.Equal(ErrorCodes.ParticipantErased, ParticipantDeparture.Depart(erased, Now).Refusal!.Code);
        Assert.Equal(ErrorCodes.ParticipantErased, ParticipantDeparture.Return(erased).Refusal!.Code);
    }

    [Fact]
    public void Erasure_asks_for_its_work_until_it_is_finished()
    {
        var erased = ParticipantErasure.Erase(Mentor(), Now).Ok();
        Assert.Equal(Now + ParticipantState.WorkAgainAfter, erased.NextDue);

        var finished = ParticipantErasure.Finish(erased, Now.AddMinutes(1)).Ok();
        Assert.Null(finished.NextDue);
        Assert.Same(finished, ParticipantErasure.Finish(finished, Now.AddDays(1)).Ok());
    }

    private static ParticipantState Mentor() => new()
    {
        Id = Sample.Mentor, Tenant = Sample.Tenant, RegisteredAt = Now, Profile = Sample.Profile(ParticipantKind.Mentor),
    };
}
