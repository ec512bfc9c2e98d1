using MentorCloud.App.Demo;
using MentorCloud.App.Imports;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants;
using MentorCloud.Domain.Time;

namespace MentorCloud.App.Simulation.People;

/// <summary>The program's side: sets the company up through the same imports and grains as everybody, and runs its matching rounds.</summary>
internal sealed class ProgramOffice(
    IGrainFactory grains, FrameworkImport frameworks, RosterImport rosters, DemoIds ids, SimulatedCompany company, SimulationSettings settings, TimeProvider clock, Stillness stillness)
{
    private const string Zone = "Europe/Oslo";

    private int rounds;

    /// <summary>Rounds run so far, published or not.</summary>
    public int Rounds => rounds;

    private ICohortGrain Cohort => grains.GetGrain<ICohortGrain>(GrainKey.Of(ids.Tenant, ids.Cohort));

    /// <summary>Tenant, framework, cohort, people; then the cohort is open.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var tenant = grains.GetGrain<ITenantGrain>(GrainKey.Of(ids.Tenant, ids.Tenant));
        (await tenant.Create(ids.Operator, ids.Command("tenant"), new CreateTenant("Simulated Group", $"simulated-{settings.Seed}", Zone))).OrThrow();
        var profiles = await ImportFrameworkAsync(cancellationToken);
        (await Cohort.Create(ids.Admin, ids.Command("design"), Design())).OrThrow();
        await using var roster = await company.OpenRosterAsync();
        var report = await rosters.RunAsync(
            new ImportRosterCommand(ids.Tenant, ids.Admin, ids.Command("roster"), roster) { Profiles = profiles, Cohort = ids.Cohort },
            null,
            cancellationToken);
        if (report.Refusal is { } refusal)
        {
            throw new RefusedException(refusal with { Message = $"{refusal.Message} {report.Errors.FirstOrDefault()}" });
        }

        (await Cohort.Open(ids.Admin, ids.Command("open"))).OrThrow();
    }

    /// <summary>Matches everybody who has no partner, and publishes.</summary>
    /// <returns>The new pairings; none when there was nobody to match or no place.</returns>
    public async Task<IReadOnlyList<PairingPlace>> MatchAsync(CancellationToken cancellationToken)
    {
        var id = EntityId.Derive<RoundId>(ids.Tenant.Value, "round", $"{++rounds}");
        var grain = grains.GetGrain<IRoundGrain>(GrainKey.Of(ids.Tenant, id));
        (await grain.Start(ids.Admin, ids.Command("start", $"{rounds}"), ids.Cohort, MatchObjective.Total)).OrThrow();
        var drafted = await FinishedAsync(grain, cancellationToken);
        if (drafted.Status != RoundStatus.Drafted || drafted.Draft!.Pairs == 0)
        {
            (await grain.Discard(ids.Admin, ids.Command("discard", $"{rounds}"))).OrThrow();
            return [];
        }

        (await grain.Publish(ids.Admin, ids.Command("publish", $"{rounds}"))).OrThrow();
        var published = await FinishedAsync(grain, cancellationToken);
        return published.Failure is null ? await ReadAsync(published) : throw new RefusedException(published.Failure);
    }

    /// <summary>The round when nobody works on it any more: it is solved and published beside the calls, with the clock standing.</summary>
    private async Task<RoundState> FinishedAsync(IRoundGrain grain, CancellationToken cancellationToken)
    {
        await stillness.ComeAsync(cancellationToken);
        var round = (await grain.Get(ids.Admin)).OrThrow();
        return round.IsAtWork ? throw new InvalidOperationException($"Round {round.Id} came to rest as {round.Status}.") : round;
    }

    private async Task<IReadOnlyList<PairingPlace>> ReadAsync(RoundState round)
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, round.Draft!.Pages).Select(page =>
            grains.GetGrain<IDraftPageGrain>(GrainKey.OfPage(ids.Tenant, round.Id, page)).Get(ids.Admin)));
        return
        [
            .. pages.SelectMany(page => page.OrThrow().Proposals).Select(proposal => new PairingPlace(
                round.PairingOf(proposal), company.ById[proposal.Mentor], company.ById[proposal.Mentee], clock.GetUtcNow(), round.PairingsEndAt)),
        ];
    }

    private async Task<FrameworkProfiles> ImportFrameworkAsync(CancellationToken cancellationToken)
    {
        var files = await EmbeddedSample.OpenFrameworkAsync();
        await using var skills = files.Skills;
        await using var styles = files.WorkStyles;
        await using var anchors = files.Anchors;
        var command = new ImportFrameworkCommand(ids.Tenant, ids.Admin, ids.Command("framework"), EmbeddedSample.FrameworkName, files) { Options = EmbeddedSample.Scales };
        return (await frameworks.RunAsync(command, null, cancellationToken)).Profiles!;
    }

    private CohortDesign Design() => new()
    {
        Name = "Simulated cohort",
        Outcomes = ["Readiness for the next role"],
        TargetPopulation = "Leaders one step below an executive role",
        Sponsor = "Chief Executive Officer",
        StartsOn = LocalTimes.DateIn(clock.GetUtcNow(), Zone),
        Months = settings.Months,
        TimeZone = Zone,
    };
}
