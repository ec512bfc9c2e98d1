using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Contracts;

public sealed class ContractDecisionsTests
{
    public static TheoryData<string, ContractTerms> Incomplete => new()
    {
        { "mentorRole", Sample.Terms with { MentorRole = " " } },
        { "objectives", Sample.Terms with { Objectives = [] } },
        { "cadenceDays", Sample.Terms with { CadenceDays = 0 } },
        { "milestones", Sample.Terms with { Milestones = [] } },
        { "confidentialityNorms", Sample.Terms with { ConfidentialityNorms = string.Empty } },
        { "feedbackChannels", Sample.Terms with { FeedbackChannels = [] } },
        { "escalationPath", Sample.Terms with { EscalationPath = string.Empty } },
        { "boundaries.mentorHoursPerMonth", Sample.Terms with { Boundaries = Sample.Terms.Boundaries with { MentorHoursPerMonth = 0 } } },
        { "boundaries.feedbackKinds", Sample.Terms with { Boundaries = Sample.Terms.Boundaries with { FeedbackKinds = [] } } },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Propose_without_a_part_that_every_contract_needs_names_it(string field, ContractTerms terms)
    {
        var drafted = ContractDecisions.Draft(Sample.Published(), Sample.AsMentor, terms).Ok();
        var refusal = ContractDecisions.Propose(drafted, Sample.AsMentor).Refused(ErrorCodes.ContractIncomplete);
        Assert.Contains($" {field}.", refusal.Message, StringComparison.Ordinal);
        Assert.Null(refusal.Field);
    }

    [Fact]
    public void Sign_by_one_side_does_not_put_the_contract_in_force()
    {
        var signed = ContractDecisions.Sign(Proposed(), Sample.AsMentee, 1, Sample.Start).Ok();
        Assert.Equal((PairingStage.Contracting, ContractStatus.Proposed), (signed.Stage, signed.NewestContract!.Status));
    }

    [Fact]
    public void Sign_by_both_sides_activates_the_pairing_with_its_objective()
    {
        var active = Sample.SignByBoth(Proposed(), Sample.Start);
        Assert.Equal((PairingStage.Active, ContractStatus.Active), (active.Stage, active.NewestContract!.Status));
        Assert.NotEmpty(active.NewestContract.Terms.Objectives);
    }

    [Fact]
    public void Sign_twice_by_the_same_side_changes_nothing()
    {
        var signed = ContractDecisions.Sign(Proposed(), Sample.AsMentee, 1, Sample.Start).Ok();
        Assert.Same(signed, ContractDecisions.Sign(signed, Sample.AsMentee, 1, Sample.Start.AddDays(1)).Ok());
    }

    [Fact]
    public void Sign_of_another_version_is_refused() =>
        Assert.Equal("version", ContractDecisions.Sign(Proposed(), Sample.AsMentee, 2, Sample.Start).Refused(ErrorCodes.ContractVersionStale).Field);

    [Fact]
    public void Sign_by_a_stranger_answers_like_an_unknown_pairing() =>
        ContractDecisions.Sign(Proposed(), Sample.AsStranger, 1, Sample.Start).Refused(ErrorCodes.NotFound);

    [Fact]
    public void Sign_by_a_program_manager_is_refused() =>
        ContractDecisions.Sign(Proposed(), Sample.AsManager, 1, Sample.Start).Refused(ErrorCodes.NotFound);

    [Fact]
    public void Draft_while_a_version_waits_for_signatures_is_refused() =>
        ContractDecisions.Draft(Proposed(), Sample.AsMentor, Sample.Terms).Refused(ErrorCodes.ContractAlreadyProposed);

    [Fact]
    public void Propose_of_what_is_proposed_says_that_it_waits_for_signatures() =>
        ContractDecisions.Propose(Proposed(), Sample.AsMentor).Refused(ErrorCodes.ContractAlreadyProposed);

    [Fact]
    public void Withdraw_keeps_what_was_proposed_and_begins_a_draft_of_the_next_number_without_signatures()
    {
        var signed = ContractDecisions.Sign(Proposed(), Sample.AsMentee, 1, Sample.Start).Ok();
        var withdrawn = ContractDecisions.Withdraw(signed, Sample.AsMentor).Ok();
        Assert.Equal([(ContractStatus.Withdrawn, 1), (ContractStatus.Draft, 2)], withdrawn.Contracts.Select(each => (each.Status, each.Number)));
        Assert.Equal(withdrawn.Contracts[0].Terms, withdrawn.Contracts[1].Terms);
        Assert.Null(withdrawn.Contracts[1].MenteeSignedAt);
    }

    [Fact]
    public void Signature_for_a_withdrawn_version_does_not_sign_what_was_proposed_instead()
    {
        var withdrawn = ContractDecisions.Withdraw(Proposed(), Sample.AsMentor).Ok();
        var other = ContractDecisions.Draft(withdrawn, Sample.AsMentor, Sample.Terms with { CadenceDays = 90 }).Ok();
        var proposed = ContractDecisions.Propose(other, Sample.AsMentor).Ok();

        Assert.Equal("version", ContractDecisions.Sign(proposed, Sample.AsMentee, 1, Sample.Start).Refused(ErrorCodes.ContractVersionStale).Field);
        ContractDecisions.Sign(proposed, Sample.AsMentee, 2, Sample.Start).Refused(ErrorCodes.ContractVersionStale);
        Assert.Equal(90, Sample.SignByBoth(proposed, Sample.Start).ActiveContract!.Terms.CadenceDays);
        Assert.Equal(14, proposed.Contracts.Single(version => version.Number == 1).Terms.CadenceDays);
    }

    [Fact]
    public void Draft_over_one_that_its_author_has_not_seen_is_refused_by_the_version()
    {
        var first = ContractDecisions.Draft(Sample.Published(), Sample.AsMentor, Sample.Terms, 0).Ok();
        var second = ContractDecisions.Draft(first, Sample.AsMentee, Sample.Terms with { CadenceDays = 7 }, 1).Ok();

        Assert.Equal("version", ContractDecisions.Draft(second, Sample.AsMentor, Sample.Terms, 1).Refused(ErrorCodes.ContractVersionStale).Field);
        Assert.Equal("version", ContractDecisions.Draft(second, Sample.AsMentor, Sample.Terms, 0).Refused(ErrorCodes.ContractVersionStale).Field);
        Assert.Equal(2, Assert.Single(second.Contracts).Number);
        Assert.Equal(3, Assert.Single(ContractDecisions.Draft(second, Sample.AsMentor, Sample.Terms).Ok().Contracts).Number);
    }

    [Fact]
    public void An_amendment_supersedes_only_when_both_have_signed_it()
    {
        var drafted = ContractDecisions.Draft(Sample.Active(), Sample.AsMentor, Sample.Terms with { CadenceDays = 7 }).Ok();
        var proposed = ContractDecisions.Propose(drafted, Sample.AsMentor).Ok();
        Assert.Equal([ContractStatus.Active, ContractStatus.Proposed], proposed.Contracts.Select(each => each.Status));
        var amended = Sample.SignByBoth(proposed, Sample.Start.AddDays(30));
        Assert.Equal([ContractStatus.Superseded, ContractStatus.Active], amended.Contracts.Select(each => each.Status));
        Assert.Equal(14, amended.Contracts[0].Terms.CadenceDays);
    }

    [Fact]
    public void Draft_that_is_too_long_names_the_field()
    {
        var terms = Sample.Terms with { MentorRole = new string('x', 4_001) };
        Assert.Equal("terms.mentorRole", ContractDecisions.Draft(Sample.Published(), Sample.AsMentor, terms).Refused(ErrorCodes.InputInvalid).Field);
    }

    [Theory]
    [InlineData("1900-01-01", false)]
    [InlineData("1999-12-31", false)]
    [InlineData("2000-01-01", true)]
    [InlineData("2200-12-31", true)]
    [InlineData("2201-01-01", false)]
    [InlineData("9999-12-31", false)]
    public void Milestone_is_due_in_a_year_that_can_be(string day, bool taken)
    {
        var due = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var terms = Sample.Terms with { Milestones = [Sample.Terms.Milestones[0], new Milestone("Second", "Done", [], due)] };
        var refusal = ContractDecisions.Draft(Sample.Published(), Sample.AsMentor, terms).Refusal;
        Assert.Equal(taken ? null : ErrorCodes.InputInvalid, refusal?.Code);
        Assert.Equal(taken ? null : "terms.milestones.1.dueOn", refusal?.Field);
    }

    [Fact]
    public void Draft_in_a_pairing_that_is_not_published_answers_like_an_unknown_one() =>
        ContractDecisions.Draft(Sample.Prepared(), Sample.AsMentor, Sample.Terms).Refused(ErrorCodes.NotFound);

    internal static PairingState Proposed() => ContractDecisions.Propose(
        ContractDecisions.Draft(Sample.Published(), Sample.AsMentee, Sample.Terms).Ok(), Sample.AsMentee).Ok();
}
