using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Grains.Cohorts;

/// <summary>The page-wise steps of publishing a round. Every step may be repeated after a crash.</summary>
internal sealed class RoundPublication(IGrainFactory grains, RoundState round, Actor system)
{
    /// <summary>Reserves both sides of every pair of a page and prepares its pairings; stops at the first refusal.</summary>
    public async Task<Refusal?> PrepareAsync(int page, DateTimeOffset now)
    {
        var rules = (await grains.GetGrain<IPairRulesGrain>(GrainKey.Of(round.Tenant, round.Cohort)).Get(system)).OrThrow();
        var proposals = await ReadAsync(page);
        var vetoed = proposals.Select(proposal => rules.RefuseVetoed(new MatchPair(proposal.Mentor, proposal.Mentee))).FirstOrDefault(refusal => refusal is not null);
        if (vetoed is not null)
        {
            return vetoed;
        }

        var results = await Task.WhenAll(proposals.Select(proposal => PrepareAsync(proposal, now)));
        return Array.Find(results, refusal => refusal is not null);
    }

    /// <summary>Undoes a page, whatever of it was done.</summary>
    public async Task ReleaseAsync(int page) =>
        await Task.WhenAll((await ReadAsync(page)).Select(proposal => ReleaseAsync(proposal)));

    /// <summary>Tells a page's pairings that they are real; before the first page, the cohort that it has a round.</summary>
    public async Task TellAsync(int page)
    {
        if (page == 0)
        {
            var cohort = grains.GetGrain<ICohortGrain>(GrainKey.Of(round.Tenant, round.Cohort));
            (await cohort.NoteRound(system, new PublishedRound(round.Id, round.Draft!.Pages, round.CreatedAt))).OrThrow();
        }

        var replies = await Task.WhenAll((await ReadAsync(page)).Select(proposal => Pairing(proposal).Publish(system)));
        Array.ForEach(replies, reply => reply.OrThrow());
    }

    private async Task<IReadOnlyList<Proposal>> ReadAsync(int page) =>
        (await grains.GetGrain<IDraftPageGrain>(GrainKey.OfPage(round.Tenant, round.Id, page)).Get(system)).OrThrow().Proposals;

    private async Task<Refusal?> PrepareAsync(Proposal proposal, DateTimeOffset now)
    {
        var pairing = round.PairingOf(proposal);
        var mentor = await Participant(proposal.Mentor).ReserveSlot(system, new PairingSlot(pairing, proposal.Mentee, round.Cohort, now));
        if (mentor.Refusal is not null)
        {
            return mentor.Refusal;
        }

        var mentee = await Participant(proposal.Mentee).ReserveSlot(system, new PairingSlot(pairing, proposal.Mentor, round.Cohort, now));
        if (mentee.Refusal is not null)
        {
            return mentee.Refusal;
        }

        var prepared = await Pairing(proposal).Prepare(system, new PreparePairing(
            round.Cohort, round.Id, proposal.Mentor, proposal.Mentee, mentee.Value!.Profile.TimeZone, round.CadenceDays,
            round.PairingsEndAt, round.WeightsVersion, proposal.Score, proposal.Factors, round.Type) { Numbers = round.Numbers });
        return prepared.Refusal;
    }

    private async Task ReleaseAsync(Proposal proposal)
    {
        var pairing = round.PairingOf(proposal);
        await Pairing(proposal).Release(system);
        await Participant(proposal.Mentor).ReleaseSlot(system, pairing);
        await Participant(proposal.Mentee).ReleaseSlot(system, pairing);
    }

    private IParticipantGrain Participant(ParticipantId id) => grains.GetGrain<IParticipantGrain>(GrainKey.Of(round.Tenant, id));

    private IPairingGrain Pairing(Proposal proposal) =>
        grains.GetGrain<IPairingGrain>(GrainKey.Of(round.Tenant, round.PairingOf(proposal)));
}
