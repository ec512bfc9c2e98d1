using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Endings;

/// <summary>A pairing whose contract nobody signs does not go silent, and the program can close it.</summary>
public sealed class UnsignedTests
{
    [Fact]
    public void It_is_asked_for_every_week_also_when_its_term_is_long_over()
    {
        var life = new Life(Sample.Published(), Sample.Start).Until(Sample.Start.AddDays(365));
        Assert.InRange(life.Facts.OfType<DutyReminded>().Count(fact => fact.Kind == DutyKind.ContractSignature), 50, 52);
        Assert.Equal(0, life.Count<DutyMissed>());
        Assert.InRange(life.State.NextDue!.Value, life.Now, life.Now.AddDays(7));
        Assert.Equal([HealthReason.ContractUnsigned], life.State.Health.Reasons);
    }

    [Fact]
    public void One_that_is_published_after_its_term_asks_too_and_can_still_begin()
    {
        var late = Sample.End.AddDays(10);
        var life = new Life(PairingDecisions.Publish(Sample.Prepared(), late).Ok(), late);
        Assert.NotNull(life.State.Open(DutyKind.ContractSignature));
        life.Days(30).Do(Sample.AsMentee, new DraftContract(Sample.Terms)).Do(Sample.AsMentee, new ProposeContract());
        life.Do(Sample.AsMentee, new SignContract(1)).Do(Sample.AsMentor, new SignContract(1));
        Assert.Equal(DutyKind.EndOfTerm, Assert.Single(life.State.Duties, duty => duty.IsOpen).Kind);
        Assert.Equal([HealthReason.TermUndecided], life.State.Health.Reasons);
    }

    [Fact]
    public void The_program_closes_it_with_an_outcome_of_its_own()
    {
        var life = new Life(Sample.Published(), Sample.Start).Days(40).Do(Sample.AsManager, new DecideTerm(TermChoice.Close));
        Assert.Equal((PairingStage.Ended, PairingOutcome.NotBegun), (life.State.Stage, life.State.Outcome));
        Assert.Equal(PairingEffectKind.ReleaseSlots, Assert.Single(life.State.Effects).Kind);
        Assert.Null(PairingEvidence.Of(life.State).Outcome);
    }

    [Theory]
    [InlineData("manager", TermChoice.Graduate, 0, ErrorCodes.PairingContractUnsigned)]
    [InlineData("manager", TermChoice.Rotate, 0, ErrorCodes.PairingContractUnsigned)]
    [InlineData("manager", TermChoice.Extend, 1, ErrorCodes.PairingContractUnsigned)]
    [InlineData("mentor", TermChoice.Close, 0, ErrorCodes.PairingContractUnsigned)]
    [InlineData("sponsor", TermChoice.Close, 0, ErrorCodes.NotFound)]
    public void Nothing_else_is_decided_about_it(string who, TermChoice choice, int months, string code) =>
        new Life(Sample.Published(), Sample.Start).Days(40).Try(
            who switch { "manager" => Sample.AsManager, "mentor" => Sample.AsMentor, _ => Sample.AsSponsor }, new DecideTerm(choice, months)).Refused(code);
}
