using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Tests.People;

public sealed class ParticipantErasureTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Erased_profile_holds_nothing_of_the_person()
    {
        var erased = ParticipantErasure.Erase(Person(), Now).State!;

        Assert.DoesNotContain("Ada", erased.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("HR-7", erased.ToString(), StringComparison.Ordinal);
        Assert.Equal("Erased person", erased.ToRow().Name);
        Assert.Same(erased, ParticipantErasure.Erase(erased, Now.AddDays(1)).State);
    }

    [Fact]
    public void Person_in_a_pairing_cannot_be_erased()
    {
        var slot = new PairingSlot(EntityId.New<PairingId>(Now), EntityId.New<ParticipantId>(Now), EntityId.New<CohortId>(Now), Now);

        Assert.Equal(ErrorCodes.ParticipantStillPaired, ParticipantErasure.Erase(Person() with { Slots = [slot] }, Now).Refusal!.Code);
    }

    [Fact]
    public void Erased_person_cannot_be_revised()
    {
        var erased = ParticipantErasure.Erase(Person(), Now).State!;

        Assert.Equal("externalId", ParticipantDecisions.Register(erased, erased.Tenant, Person().Profile, Now).Refusal!.Field);
    }

    [Fact]
    public void Erased_person_joins_wishes_and_is_reserved_no_more()
    {
        var erased = ParticipantErasure.Erase(Person(), Now).State!;
        var slot = new PairingSlot(EntityId.New<PairingId>(Now), EntityId.New<ParticipantId>(Now), EntityId.New<CohortId>(Now), Now);
        var system = Actor.System(erased.Tenant, "test");

        Assert.Equal(ErrorCodes.ParticipantErased, ParticipantDecisions.Join(erased, slot.Cohort).Refusal!.Code);
        Assert.Equal(ErrorCodes.ParticipantErased, ParticipantDecisions.ReserveSlot(erased, slot).Refusal!.Code);
        Assert.Equal(ErrorCodes.ParticipantErased, ParticipantDecisions.Prefer(erased, system, [slot.Partner]).Refusal!.Code);
    }

    private static ParticipantState Person() => new()
    {
        Id = EntityId.New<ParticipantId>(Now),
        Tenant = EntityId.New<TenantId>(Now),
        RegisteredAt = Now,
        Profile = new RegisterParticipant
        {
            ExternalId = "HR-7", Kind = ParticipantKind.Mentee, Name = "Ada Byron", Title = "Lead", Division = "Ada's", TimeZone = "Europe/London", HoursPerMonth = 4,
        },
    };
}
