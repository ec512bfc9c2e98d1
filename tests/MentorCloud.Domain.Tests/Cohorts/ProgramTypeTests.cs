using MentorCloud.Domain.Cohorts.Kits;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Cohorts;

public sealed class ProgramTypeTests
{
    [Theory]
    [InlineData(ProgramType.OneToOne, 24, true)]
    [InlineData(ProgramType.Flash, 6, false)]
    [InlineData(ProgramType.Flash, 1, true)]
    [InlineData(ProgramType.Rotational, 1, false)]
    [InlineData((ProgramType)99, 6, false)]
    public void Each_type_has_its_length(ProgramType type, int months, bool accepted) =>
        Assert.Equal(accepted, CohortDecisionsTests.Create(Sample.Design with { Type = type, Months = months }).Refusal is null);

    [Fact]
    public void An_evergreen_cohort_has_no_end_and_its_pairings_count_from_their_round()
    {
        var cohort = CohortDecisionsTests.Create(Sample.Design with { Evergreen = true, TimeZone = "Etc/UTC" }).Ok();
        Assert.Null(cohort.EndsAt);
        Assert.Null(cohort.Midcourse);
        Assert.Equal(new DateTimeOffset(2027, 1, 10, 0, 0, 0, TimeSpan.Zero), cohort.PairingsEndAt(new DateTimeOffset(2026, 7, 10, 8, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void A_flash_pairing_has_one_session_and_a_decision()
    {
        var published = Sample.Published();
        var life = new Life(published with { Origin = published.Origin with { Type = ProgramType.Flash } }, Sample.Start)
            .Do(Sample.AsMentee, new DraftContract(Sample.Terms)).Do(Sample.AsMentee, new ProposeContract())
            .Do(Sample.AsMentee, new SignContract(1)).Do(Sample.AsMentor, new SignContract(1));
        Assert.Equal([DutyKind.CheckIn, DutyKind.EndOfTerm], life.State.Duties.Where(duty => duty.IsOpen).Select(duty => duty.Kind));
        life.Do(Sample.AsMentor, new LogCheckIn(life.Now, 45));
        Assert.Null(life.State.Open(DutyKind.CheckIn));
    }

    [Fact]
    public void Among_peers_both_have_the_mentees_rights()
    {
        var state = Sample.Active();
        new Life(state with { Origin = state.Origin with { Type = ProgramType.Peer } }, Sample.Start).Do(Sample.AsMentor, new RateMentoring(4));
        Life.Active().Try(Sample.AsMentor, new RateMentoring(4)).Refused(ErrorCodes.PairingOtherSide);
    }

    [Fact]
    public void The_type_of_an_open_cohort_is_fixed()
    {
        var open = CohortDecisions.Open(CohortDecisionsTests.Create(Sample.Design).Ok(), Sample.Start).Ok();
        Assert.Equal("type", CohortDecisions.Revise(open, open.Design with { Type = ProgramType.Peer }).Refused(ErrorCodes.CohortAlreadyOpen).Field);
    }

    [Fact]
    public void A_clone_keeps_the_design_and_cannot_open_before_it_has_a_day_of_its_own()
    {
        var kit = new CohortKit { Prompts = ["One?", "Two?"], ConfidentialityProtocol = "Nothing leaves the room." };
        var clone = CohortTemplates.Copy(Sample.Design with { Kit = kit }, "Second wave");
        Assert.Equal(("Second wave", kit, Sample.Design.Outcomes), (clone.Name, clone.Kit, clone.Outcomes));
        Assert.Equal("startsOn", CohortDecisions.Open(CohortDecisionsTests.Create(clone).Ok(), Sample.Start).Refused(ErrorCodes.CohortIncomplete).Field);
    }
}
