using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Pairings;

namespace MentorCloud.Grains.Cohorts;

/// <summary>The page-wise steps of publishing a round. Every step may be repeated after a crash.</summary>
internal sealed class RoundPublication(IGrainFactory grains, RoundState round, Actor system)
{
    /// <summary>Reserves both sides of every pair of a page and prepares its pairings; stops at the first refusal.</summary>
    public async Task<Refusal?> PrepareAsync(int page, DateTimeOffset now)
    {
        if (await RefuseOverAsync(now) is { } over)
        {
            return over;
        }

        var rules = (await grains.GetGrain<IPairRulesGrain>(GrainKey.Of(round.Tenant, round.Cohort)).Get(system)).OrThrow();
        var proposals = await ReadAsync(page);
        var vetoed = proposals.Select(proposal => rules.RefuseVetoed(new MatchPair(proposal.Mentor, proposal.Mentee))).FirstOrDefault(refusal => refusal is not null);
        if (vetoed is not null)
        {
            return vetoed;
        }

        var results = await Task.WhenAll(proposals.Select(proposal => Placement(proposal).PrepareAsync(mentee => Origin(proposal, mentee), now)));
        return Array.Find(results, refusal => refusal is not null);
    }

    /// <summary>The draft may be older than the cohort's end. A stage of a rotation is as short as its plan says.</summary>
    private async Task<Refusal?> RefuseOverAsync(DateTimeOffset now)
    {
        var cohort = (await grains.GetGrain<ICohortGrain>(GrainKey.Of(round.Tenant, round.Cohort)).Get(system)).OrThrow();
        return round.Source == RoundSource.Stage ? CohortTerm.RefuseOver(cohort, now) : CohortTerm.RefuseShort(cohort, now);
    }

    /// <summary>Undoes a page, whatever of it was done.</summary>
    public async Task ReleaseAsync(int page) =>
        await Task.WhenAll((await ReadAsync(page)).Select(proposal => Placement(proposal).ReleaseAsync()));

    /// <summary>Tells a page's pairings that they are real; before the first page, the cohort that it has a round.</summary>
    public async Task TellAsync(int page)
    {
        if (page == 0)
        {
            var cohort = grains.GetGrain<ICohortGrain>(GrainKey.Of(round.Tenant, round.Cohort));
            (await cohort.NoteRound(system, new PublishedRound(round.Id, round.Draft!.Pages, round.CreatedAt))).OrThrow();
        }

        await Task.WhenAll((await ReadAsync(page)).Select(proposal => Placement(proposal).TellAsync()));
    }

    private async Task<IReadOnlyList<Proposal>> ReadAsync(int page) =>
        (await grains.GetGrain<IDraftPageGrain>(GrainKey.OfPage(round.Tenant, round.Id, page)).Get(system)).OrThrow().Proposals;

    private PairPlacement Placement(Proposal proposal) =>
        new(grains, round.Tenant, round.Cohort, round.PairingOf(proposal), new MatchPair(proposal.Mentor, proposal.Mentee), system);

    private PreparePairing Origin(Proposal proposal, ParticipantState mentee) => new(
        round.Cohort, round.Id, proposal.Mentor, proposal.Mentee, mentee.Profile.TimeZone, round.CadenceDays,
        round.PairingsEndAt, round.WeightsVersion, proposal.Score, proposal.Factors, round.Type) { Numbers = round.Numbers };
}
