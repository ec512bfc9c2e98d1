using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants;
using MentorCloud.Domain.Time;

namespace MentorCloud.App.Demo;

/// <summary>The program side of a demo: tenant, cohort, round, in the admin's name.</summary>
internal sealed class DemoCohort(IGrainFactory grains, DemoIds ids, DemoSource source, TimeProvider clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private ITenantGrain Tenant => grains.GetGrain<ITenantGrain>(GrainKey.Of(ids.Tenant, ids.Tenant));

    private ICohortGrain Cohort => grains.GetGrain<ICohortGrain>(GrainKey.Of(ids.Tenant, ids.Cohort));

    private IRoundGrain Round => grains.GetGrain<IRoundGrain>(GrainKey.Of(ids.Tenant, ids.Round));

    public async Task<bool> CreateTenantAsync()
    {
        if ((await Tenant.Get(ids.Operator)).Value is not null)
        {
            return false;
        }

        (await Tenant.Create(ids.Operator, ids.Command("tenant"), new CreateTenant(source.Company, source.Slug, source.TimeZone))).OrThrow();
        return true;
    }

    public async Task<bool> DesignAsync()
    {
        if ((await Cohort.Get(ids.Admin)).Value is not null)
        {
            return false;
        }

        var design = new CohortDesign
        {
            Name = "Executive mentoring, first cohort",
            Outcomes = ["Readiness for the next role", "Judgement under uncertainty", "Influence across divisions"],
            TargetPopulation = "Leaders one step below an executive role",
            Sponsor = "Chief Executive Officer",
            StartsOn = LocalTimes.DateIn(clock.GetUtcNow(), source.TimeZone),
            Months = 6,
            TimeZone = source.TimeZone,
        };
        (await Cohort.Create(ids.Admin, ids.Command("design"), design)).OrThrow();
        return true;
    }

    public async Task<CohortState> OpenAsync() => (await Cohort.Open(ids.Admin, ids.Command("open"))).OrThrow();

    /// <summary>Starts the round if there is none, and waits for its draft; the flag tells whether it was started.</summary>
    public async Task<(RoundState Round, bool Started)> MatchAsync(CancellationToken cancellationToken)
    {
        var started = (await Round.Get(ids.Admin)).Value is null;
        if (started)
        {
            (await Round.Start(ids.Admin, ids.Command("match"), ids.Cohort, MatchObjective.Total)).OrThrow();
        }

        var round = await WaitAsync(state => state.Status != RoundStatus.Solving, cancellationToken);
        return round.Failure is null ? (round, started) : throw new RefusedException(round.Failure);
    }

    /// <summary>Publishes the round and waits until every pairing knows; the flag tells whether it was not published before.</summary>
    public async Task<bool> PublishAsync(CancellationToken cancellationToken)
    {
        var before = (await Round.Get(ids.Admin)).OrThrow();
        (await Round.Publish(ids.Admin, ids.Command("publish"))).OrThrow();
        var after = await WaitAsync(state => !state.IsAtWork, cancellationToken);
        return after.Failure is null ? before.Status != RoundStatus.Published || before.IsAtWork : throw new RefusedException(after.Failure);
    }

    public async Task<IReadOnlyList<DraftPageState>> ReadDraftAsync(RoundState round) =>
        [.. (await Task.WhenAll(Enumerable.Range(0, round.Draft!.Pages).Select(page =>
            grains.GetGrain<IDraftPageGrain>(GrainKey.OfPage(ids.Tenant, ids.Round, page)).Get(ids.Admin)))).Select(reply => reply.OrThrow())];

    private async Task<RoundState> WaitAsync(Func<RoundState, bool> until, CancellationToken cancellationToken)
    {
        RoundState round;
        while (!until(round = (await Round.Get(ids.Admin)).OrThrow()))
        {
            await Task.Delay(Look, clock, cancellationToken);
        }

        return round;
    }
}
