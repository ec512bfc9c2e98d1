using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Grains.Rotation;

/// <summary>The page-wise steps from one stage to the next. Every step may be repeated after a crash.</summary>
internal sealed class StageMove(IGrainFactory grains, TenantId tenant, Actor system)
{
    /// <summary>
    /// Whether a page of the next stage could be reserved once the pairings of the stage before have ended. Nothing is ended
    /// before every page could, so that nobody loses a mentor to a stage that cannot be published.
    /// </summary>
    public async Task<Refusal?> RefusePageAsync(RoundState? before, RoundState next, int page, DateTimeOffset now)
    {
        var rules = (await grains.GetGrain<IPairRulesGrain>(GrainKey.Of(tenant, next.Cohort)).Get(system)).OrThrow();
        var results = await Task.WhenAll((await ReadAsync(next, page)).Select(async proposal =>
        {
            var pairing = next.PairingOf(proposal);
            return rules.RefuseVetoed(new MatchPair(proposal.Mentor, proposal.Mentee))
                ?? await RefuseAsync(proposal.Mentor, before, new PairingSlot(pairing, proposal.Mentee, next.Cohort, now))
                ?? await RefuseAsync(proposal.Mentee, before, new PairingSlot(pairing, proposal.Mentor, next.Cohort, now));
        }));
        return Array.Find(results, refusal => refusal is not null);
    }

    /// <summary>Ends a page's pairings; those that have ended before stay as they are.</summary>
    public async Task EndPageAsync(RoundState round, int page) =>
        await Task.WhenAll((await ReadAsync(round, page)).Select(async proposal =>
        {
            var pairing = grains.GetGrain<IPairingGrain>(GrainKey.Of(tenant, round.PairingOf(proposal)));
            var reply = await pairing.Handle(system, default, new RotateOn());
            if (reply.Refusal is { } refusal and not { Code: ErrorCodes.NotFound or ErrorCodes.PairingEnded })
            {
                throw new RefusedException(refusal);
            }
        }));

    private async Task<Refusal?> RefuseAsync(ParticipantId id, RoundState? before, PairingSlot slot)
    {
        var person = (await grains.GetGrain<IParticipantGrain>(GrainKey.Of(tenant, id)).Get(system)).OrThrow();
        var ending = person.Slots.Where(held => before is not null
            && (held.Pairing == before.PairingOf(id, held.Partner) || held.Pairing == before.PairingOf(held.Partner, id)));
        var free = ending.Aggregate(person, (each, held) => ParticipantDecisions.ReleaseSlot(each, held.Pairing).State!);
        return ParticipantDecisions.ReserveSlot(free, slot).Refusal;
    }

    private async Task<IReadOnlyList<Proposal>> ReadAsync(RoundState round, int page) =>
        (await grains.GetGrain<IDraftPageGrain>(GrainKey.OfPage(tenant, round.Id, page)).Get(system)).OrThrow().Proposals;
}
