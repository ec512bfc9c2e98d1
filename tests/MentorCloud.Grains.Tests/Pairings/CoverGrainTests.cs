using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cover;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Tests.Hosts;
using MentorCloud.Grains.Tests.Scenes;

namespace MentorCloud.Grains.Tests.Pairings;

/// <summary>The search for another mentor in its grain: what it begins, what ends it, and whom it pairs.</summary>
public sealed class CoverGrainTests
{
    [Fact]
    public async Task Departure_after_a_stall_searches_anew_and_places_the_mentee_with_the_new_alternative()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var (pair, other, cover) = await StalledAsync(host);
        await host.PassAsync(TimeSpan.FromDays(30));
        await pair.DoAsync(pair.Company.ProgramManager, new ReportDeparture(PairingSide.Mentor));

        var again = (await cover.Open(pair.Company.Operator, Case(pair, CoverReason.MentorLeft), host.Now)).OrThrow();
        Assert.Equal((CoverStatus.Searching, CoverReason.MentorLeft, host.Now), (again.Status, again.Case.Reason, again.OpenedAt));
        await cover.Propose(pair.Company.Operator, [new Proposal(other, pair.MenteeId, 1, [])]);
        var placed = (await cover.Accept(pair.Company.Admin, pair.Company.NextCommand(), other)).OrThrow();

        Assert.Equal(CoverStatus.Placed, placed.Status);
        Assert.Equal(other, (await pair.Company.Pairing(placed.Successor!.Value).Get(pair.Company.Admin)).OrThrow().Row.Mentor);
    }

    [Fact]
    public async Task Graduate_is_paired_with_nobody_even_before_the_search_has_lapsed()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var (pair, other, cover) = await StalledAsync(host);
        await pair.DoAsync(pair.Company.ProgramManager, new DecideTerm(TermChoice.Graduate));

        var refused = await cover.Accept(pair.Company.Admin, pair.Company.NextCommand(), other);

        Assert.Equal(ErrorCodes.PairingEnded, refused.Refusal?.Code);
        Assert.Empty((await pair.Company.Participant(other).Get(pair.Company.Admin)).OrThrow().Slots);
        Assert.Empty((await pair.Company.Participant(pair.MenteeId).Get(pair.Company.Admin)).OrThrow().Slots);

        var lapsed = (await cover.Lapse(pair.Company.Operator, PairingOutcome.Graduated, host.Now)).OrThrow();
        Assert.Equal(CoverStatus.Lapsed, lapsed.Status);
        Assert.Equal(ErrorCodes.CoverNotProposed, (await cover.Search(pair.Company.Admin, pair.Company.NextCommand())).Refusal?.Code);
    }

    [Fact]
    public async Task Search_that_nobody_opened_cannot_lapse()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var pair = await (await Company.FoundAsync(host)).PairAsync();

        Assert.Equal(ErrorCodes.NotFound, (await CoverOf(host, pair).Lapse(pair.Company.Operator, null, host.Now)).Refusal?.Code);
    }

    /// <summary>A pairing whose stall was proposed, with one alternative.</summary>
    private static async Task<(Pair Pair, ParticipantId Other, ICoverGrain Cover)> StalledAsync(IGrainTestHost host)
    {
        var pair = await (await Company.FoundAsync(host)).PairAsync();
        await pair.SignAsync();
        var other = await pair.Company.RegisterAsync("M-2", places: 1);
        var cover = CoverOf(host, pair);
        (await cover.Open(pair.Company.Operator, Case(pair, CoverReason.Stalled), host.Now)).OrThrow();
        (await cover.Propose(pair.Company.Operator, [new Proposal(other, pair.MenteeId, 1, [])])).OrThrow();
        return (pair, other, cover);
    }

    private static ICoverGrain CoverOf(IGrainTestHost host, Pair pair) =>
        host.Grains.GetGrain<ICoverGrain>(GrainKey.Of(pair.Company.Tenant, pair.Id));

    private static OpenCover Case(Pair pair, CoverReason reason) =>
        new(pair.Id, EntityId.Derive<CohortId>(pair.Company.Tenant.Value, "Cohort"), pair.MentorId, pair.MenteeId, reason);
}
