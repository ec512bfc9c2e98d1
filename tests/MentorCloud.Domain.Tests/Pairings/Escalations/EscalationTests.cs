using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Escalations;

public sealed class EscalationTests
{
    private static readonly OpenEscalation Open = new("No answer to three mails");

    [Fact]
    public void An_unacknowledged_escalation_climbs_every_three_days_and_never_goes_silent()
    {
        var life = Life.Active().Do(Sample.AsMentee, Open).Until(Sample.Start.AddDays(10));
        Assert.Equal(
            [EscalationHandler.TenantAdmin, EscalationHandler.Sponsor, EscalationHandler.Sponsor],
            life.Facts.OfType<EscalationClimbed>().Select(fact => fact.Handler));
    }

    [Fact]
    public void An_acknowledged_escalation_has_a_named_handler_and_two_weeks()
    {
        var life = Life.Active().Do(Sample.AsMentee, Open).Do(Sample.AsManager, new AcknowledgeEscalation(1));
        Assert.Equal(Sample.AsManager.Account, life.State.Escalations[0].AcknowledgedBy);
        Assert.Equal(0, life.Until(Sample.Start.AddDays(13)).Count<EscalationClimbed>());
        Assert.Equal(1, life.Until(Sample.Start.AddDays(15)).Count<EscalationClimbed>());
        Assert.Null(life.State.Escalations[0].AcknowledgedBy);
    }

    [Fact]
    public void Resolve_needs_somebody_who_acknowledged_and_ends_the_climb()
    {
        var life = Life.Active().Do(Sample.AsMentee, Open);
        life.Try(Sample.AsManager, new ResolveEscalation(1, "Spoke")).Refused(ErrorCodes.EscalationUnacknowledged);
        life.Do(Sample.AsManager, new AcknowledgeEscalation(1)).Do(Sample.AsManager, new ResolveEscalation(1, "Spoke to both"));
        Assert.Equal(0, life.Until(Sample.Start.AddDays(60)).Count<EscalationClimbed>());
        life.Try(Sample.AsManager, new AcknowledgeEscalation(1)).Refused(ErrorCodes.EscalationNotOpen);
    }

    [Fact]
    public void Taking_over_gives_no_more_time_and_who_resolves_is_kept_and_told()
    {
        var second = Actor.User(Sample.Tenant, Sample.Id<AccountId>(40), Role.ProgramManager);
        var life = Life.Active().Do(Sample.AsMentee, Open).Do(Sample.AsManager, new AcknowledgeEscalation(1));

        life.Days(13).Do(second, new AcknowledgeEscalation(1));
        Assert.Equal(second.Account, life.State.Escalations[0].AcknowledgedBy);
        Assert.Equal(1, life.Days(2).Count<EscalationClimbed>());
        life.Do(second, new AcknowledgeEscalation(1));
        Assert.Equal(life.Now.AddDays(Escalation.ResolveDays), life.State.Escalations[0].ClimbsAt);

        life.Do(Sample.AsManager, new ResolveEscalation(1, "Spoke to both"));
        Assert.Equal(Sample.AsManager.Account, life.State.Escalations[0].ResolvedBy);
        Assert.Equal(Sample.AsManager.Account, Assert.Single(life.Facts.OfType<EscalationResolved>()).By);
    }

    [Fact]
    public void The_other_side_neither_sees_nor_handles_it()
    {
        var life = Life.Active().Do(Sample.AsMentee, Open);
        Assert.Empty(PairingLife.For(life.State, Sample.AsMentor).Escalations);
        Assert.Single(PairingLife.For(life.State, Sample.AsMentee).Escalations);
        life.Try(Sample.AsMentor, new AcknowledgeEscalation(1)).Refused(ErrorCodes.Forbidden);
        life.Try(Sample.AsStranger, new AcknowledgeEscalation(1)).Refused(ErrorCodes.NotFound);
    }

    [Fact]
    public void An_escalation_climbs_on_through_a_pause_and_the_end()
    {
        var life = Life.Active().Do(Sample.AsMentee, Open).Do(Sample.AsManager, new PausePairing(new DateOnly(2026, 3, 1), "x"));
        Assert.Equal(1, life.Until(Sample.Start.AddDays(4)).Count<EscalationClimbed>());
        life.Do(Sample.AsManager, new ReportDeparture(PairingSide.Mentor));
        Assert.Equal(2, life.Until(Sample.Start.AddDays(7)).Count<EscalationClimbed>());
    }
}
