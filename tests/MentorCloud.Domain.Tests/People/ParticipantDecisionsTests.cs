using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.People;

public sealed class ParticipantDecisionsTests
{
    [Fact]
    public void Register_of_the_same_person_twice_revises_and_keeps_the_id()
    {
        var once = Registered(ParticipantKind.Mentor);
        var again = ParticipantDecisions.Register(
            once, Sample.Tenant, once.Profile with { Title = "Vice president" }, Sample.Start.AddDays(1)).Ok();
        Assert.Equal((once.Id, once.RegisteredAt, "Vice president"), (again.Id, again.RegisteredAt, again.Profile.Title));
    }

    [Fact]
    public void Register_of_another_external_id_over_a_person_is_refused()
    {
        var once = Registered(ParticipantKind.Mentor);
        var refusal = ParticipantDecisions.Register(once, Sample.Tenant, once.Profile with { ExternalId = "other" }, Sample.Start);
        Assert.Equal("externalId", refusal.Refused(ErrorCodes.InputInvalid).Field);
    }

    [Fact]
    public void Register_with_less_capacity_than_mentees_is_refused()
    {
        var full = Reserve(Reserve(Registered(ParticipantKind.Mentor), 1), 2);
        ParticipantDecisions.Register(full, Sample.Tenant, full.Profile with { MaxMentees = 1 }, Sample.Start)
            .Refused(ErrorCodes.ParticipantCapacityInUse);
    }

    [Fact]
    public void Register_as_the_other_kind_is_refused()
    {
        var mentor = Registered(ParticipantKind.Mentor);
        var changed = Sample.Profile(ParticipantKind.Mentee) with { ExternalId = mentor.Profile.ExternalId };
        Assert.Equal("kind", ParticipantDecisions.Register(mentor, Sample.Tenant, changed, Sample.Start).Refused(ErrorCodes.InputInvalid).Field);
    }

    [Theory]
    [InlineData("hoursPerMonth", 81)]
    [InlineData("maxMentees", 21)]
    [InlineData("maxMentees", 0)]
    public void Register_with_a_number_out_of_range_names_the_field(string field, int value)
    {
        var profile = Sample.Profile(ParticipantKind.Mentor);
        var wrong = field == "maxMentees" ? profile with { MaxMentees = value } : profile with { HoursPerMonth = value };
        Assert.Equal(field, Register(wrong).Refused(ErrorCodes.InputInvalid).Field);
    }

    [Theory]
    [InlineData("Zoë 👩‍💼 مرحبا", true)]
    [InlineData("bell\u0007", false)]
    public void Register_takes_any_script_but_no_broken_text(string name, bool accepted) =>
        Assert.Equal(accepted, Register(Sample.Profile(ParticipantKind.Mentee) with { Name = name }).Refusal is null);

    [Fact]
    public void Register_with_half_a_surrogate_pair_is_refused() =>
        Register(Sample.Profile(ParticipantKind.Mentee) with { Name = "half " + (char)0xD83D }).Refused(ErrorCodes.InputInvalid);

    [Fact]
    public void Register_with_a_rating_that_is_no_number_is_refused()
    {
        var rating = new Rating(Sample.Id<FrameworkId>(1), null, null, [1, double.NaN], []);
        Assert.Equal(
            "rating.levels", Register(Sample.Profile(ParticipantKind.Mentee) with { Rating = rating }).Refused(ErrorCodes.InputInvalid).Field);
    }

    [Fact]
    public void ReserveSlot_beyond_capacity_is_refused()
    {
        var full = Reserve(Reserve(Registered(ParticipantKind.Mentor), 1), 2);
        ParticipantDecisions.ReserveSlot(full, Slot(3)).Refused(ErrorCodes.MentorCapacityExhausted);
    }

    [Fact]
    public void ReserveSlot_of_a_mentee_twice_in_one_cohort_is_refused() =>
        ParticipantDecisions.ReserveSlot(Reserve(Registered(ParticipantKind.Mentee), 1), Slot(2)).Refused(ErrorCodes.MenteeAlreadyPaired);

    [Fact]
    public void ReserveSlot_repeated_for_the_same_pairing_changes_nothing()
    {
        var held = Reserve(Registered(ParticipantKind.Mentor), 1);
        Assert.Same(held, ParticipantDecisions.ReserveSlot(held, Slot(1)).Ok());
    }

    internal static ParticipantState Registered(ParticipantKind kind, int capacity = 2) => Register(Sample.Profile(kind, capacity)).Ok();

    internal static PairingSlot Slot(int pairing) =>
        new(Sample.Id<PairingId>(pairing), Sample.Id<ParticipantId>(100 + pairing), Sample.Cohort, Sample.Start);

    private static ParticipantState Reserve(ParticipantState state, int pairing) => ParticipantDecisions.ReserveSlot(state, Slot(pairing)).Ok();

    private static Decision<ParticipantState> Register(RegisterParticipant profile) =>
        ParticipantDecisions.Register(null, Sample.Tenant, profile, Sample.Start);
}
