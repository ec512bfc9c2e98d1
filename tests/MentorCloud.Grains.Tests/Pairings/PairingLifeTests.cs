using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Tests.Hosts;
using MentorCloud.Grains.Tests.Scenes;

namespace MentorCloud.Grains.Tests.Pairings;

/// <summary>A pairing's life in its grain: what reminders do, and what survives when everything slept.</summary>
public sealed class PairingLifeTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Contract_signed_by_both_starts_the_cadence_and_signing_again_changes_nothing()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var pair = await (await Company.FoundAsync(host)).PairAsync();
        Assert.Equal(ErrorCodes.PairingContractUnsigned, (await pair.TryAsync(pair.Mentor, new LogCheckIn(host.Now, 30))).Refusal?.Code);

        await pair.SignAsync();
        await host.SleepAllAsync();
        await pair.DoAsync(pair.Mentor, new SignContract(1));

        Assert.Equal((PairingStage.Active, 1), ((await pair.ViewAsync()).Row.Stage, Count<ContractActivated>(host)));
        Assert.Equal(DutyStatus.Scheduled, (await pair.OpenAsync(DutyKind.CheckIn))!.Status);
    }

    [Fact]
    public async Task Check_in_nobody_logs_falls_due_is_reminded_and_missed_by_reminders_alone()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var pair = await ActiveAsync(host);
        var due = (await pair.OpenAsync(DutyKind.CheckIn))!.DueAt;

        await host.PassAsync(due - host.Now);
        Assert.Equal(DutyStatus.Due, (await pair.OpenAsync(DutyKind.CheckIn))!.Status);
        await host.SleepAllAsync();
        await host.PassAsync(Day);
        Assert.Equal(DutyStatus.Reminded, (await pair.OpenAsync(DutyKind.CheckIn))!.Status);
        await host.PassAsync(4 * Day);

        var view = await pair.ViewAsync();
        Assert.Equal((1, 2), (view.Row.CheckInsMissed, view.Life!.Duties.Single(duty => duty.Kind == DutyKind.CheckIn && duty.IsOpen).Number));
        Assert.Equal(
            ["DutyFellDue", "DutyReminded", "DutyMissed"],
            host.Ports.Facts.Of(pair.GrainName).SelectMany(entry => entry.Facts).Where(IsFirstCheckIn).Select(fact => fact.GetType().Name));
    }

    [Fact]
    public async Task Paused_pairing_is_silent_and_goes_on_by_itself_with_everything_moved()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var pair = await ActiveAsync(host);
        var due = (await pair.OpenAsync(DutyKind.CheckIn))!.DueAt;
        var until = DateOnly.FromDateTime(host.Now.UtcDateTime).AddDays(20);

        await pair.DoAsync(pair.Mentee, new PausePairing(until, "Leave"));
        Assert.Equal(ErrorCodes.PairingPaused, (await pair.TryAsync(pair.Mentor, new LogCheckIn(host.Now, 30))).Refusal?.Code);
        await host.PassAsync(19 * Day);
        Assert.Equal(0, Count<DutyFellDue>(host));
        await host.SleepAllAsync();
        await host.PassAsync(2 * Day);

        Assert.Equal(PairingStage.Active, (await pair.ViewAsync()).Row.Stage);
        Assert.Equal(due.AddDays(20), (await pair.OpenAsync(DutyKind.CheckIn))!.DueAt);
        Assert.Equal(20, Assert.Single(host.Ports.Facts.All.OfType<PairingResumed>()).DaysMoved);
    }

    [Fact]
    public async Task Escalation_climbs_until_somebody_handles_it_and_the_other_side_does_not_see_it()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var pair = await ActiveAsync(host);
        await pair.DoAsync(pair.Mentee, new OpenEscalation("We cannot agree on times"));

        await host.PassAsync(3 * Day);
        await host.SleepAllAsync();
        await host.PassAsync(4 * Day);

        Assert.Equal(
            [EscalationHandler.TenantAdmin, EscalationHandler.Sponsor],
            host.Ports.Facts.All.OfType<EscalationClimbed>().Select(fact => fact.Handler));
        Assert.Empty((await pair.Grain.Get(pair.Mentor)).OrThrow().Life!.Escalations);
        Assert.Single((await pair.ViewAsync()).Life!.Escalations);
        Assert.Equal(ErrorCodes.Forbidden, (await RefusedAsync(() => pair.TryAsync(pair.Mentor, new AcknowledgeEscalation(1))))?.Code);

        await pair.DoAsync(pair.Company.ProgramManager, new AcknowledgeEscalation(1));
        await pair.DoAsync(pair.Company.ProgramManager, new ResolveEscalation(1, "Agreed on mornings"));
        await host.PassAsync(20 * Day);
        Assert.Equal(2, Count<EscalationClimbed>(host));
    }

    [Fact]
    public async Task Undecided_end_of_term_is_asked_for_every_week_and_ends_nothing_and_an_extension_goes_on()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var pair = await ActiveAsync(host);
        var term = (await pair.ViewAsync()).EndsAt;
        await PassInDaysAsync(host, term.AddDays(10) - host.Now);

        Assert.Equal(PairingStage.Active, (await pair.ViewAsync()).Row.Stage);
        var asked = host.Ports.Facts.All.OfType<DutyReminded>().Where(fact => fact.Kind == DutyKind.EndOfTerm).Select(fact => fact.Reminder);
        Assert.Equal([1, 2, 3], asked);

        await pair.DoAsync(pair.Mentee, new DecideTerm(TermChoice.Extend, 2));
        Assert.Equal(term, (await pair.ViewAsync()).EndsAt);
        var extended = await pair.DoAsync(pair.Mentor, new DecideTerm(TermChoice.Extend, 2));
        Assert.True(extended.EndsAt > term.AddDays(55));
        Assert.NotNull(await pair.OpenAsync(DutyKind.CheckIn));
    }

    [Fact]
    public async Task Departure_ends_the_pairing_frees_both_places_and_asks_for_cover_at_once()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var pair = await ActiveAsync(host);
        Assert.Equal(1, await pair.SlotsOfMentorAsync());

        await pair.DoAsync(pair.Company.ProgramManager, new ReportDeparture(PairingSide.Mentor));
        await host.SleepAllAsync();

        Assert.Equal((PairingStage.Ended, PairingOutcome.PartnerLeft), ((await pair.ViewAsync()).Row.Stage, (await pair.ViewAsync()).Life!.Outcome));
        Assert.Equal((0, 1), (await pair.SlotsOfMentorAsync(), Count<CoverNeeded>(host)));
        Assert.Equal(ErrorCodes.PairingEnded, (await pair.TryAsync(pair.Mentee, new LogCheckIn(host.Now, 30))).Refusal?.Code);
        var told = host.Ports.Facts.All.Count();
        await host.PassAsync(30 * Day);
        Assert.Equal(told, host.Ports.Facts.All.Count());
    }

    private static bool IsFirstCheckIn(Domain.Facts.Fact fact) => fact
        is DutyFellDue { Kind: DutyKind.CheckIn, Number: 1 } or DutyReminded { Kind: DutyKind.CheckIn, Number: 1 } or DutyMissed { Kind: DutyKind.CheckIn, Number: 1 };

    private static async Task<Refusal?> RefusedAsync<T>(Func<Task<Reply<T>>> call)
        where T : class
    {
        try
        {
            return (await call()).Refusal;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal;
        }
    }

    private static async Task PassInDaysAsync(IGrainTestHost host, TimeSpan span)
    {
        for (; span > Day; span -= Day)
        {
            await host.PassAsync(Day);
        }

        await host.PassAsync(span);
    }

    private static async Task<Pair> ActiveAsync(IGrainTestHost host)
    {
        var pair = await (await Company.FoundAsync(host)).PairAsync();
        await pair.SignAsync();
        return pair;
    }

    private static int Count<TFact>(IGrainTestHost host)
        where TFact : Domain.Facts.Fact => host.Ports.Facts.All.OfType<TFact>().Count();
}
