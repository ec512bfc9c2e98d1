using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Grains.Cohorts.Requests;

/// <summary>The steps that make a pairing of an accepted request. Every step may be repeated after a crash.</summary>
internal sealed class MatchRequestWork(IGrainFactory grains, MatchRequestState request, Actor system)
{
    /// <summary>Reserves both people and prepares the pairing; the first refusal, or null.</summary>
    public async Task<Refusal?> PrepareAsync(DateTimeOffset now)
    {
        var rules = (await grains.GetGrain<IPairRulesGrain>(GrainKey.Of(request.Tenant, request.Offer.Cohort)).Get(system)).OrThrow();
        if (rules.RefuseVetoed(request.Offer.Pair) is { } vetoed)
        {
            return vetoed;
        }

        var (mentor, mentee) = (request.Offer.Pair.Mentor, request.Offer.Pair.Mentee);
        var learner = await Participant(mentee).ReserveSlot(system, new PairingSlot(request.Pairing, mentor, request.Offer.Cohort, now));
        if (learner.Refusal is not null)
        {
            return learner.Refusal;
        }

        var guide = await Participant(mentor).ReserveSlot(system, new PairingSlot(request.Pairing, mentee, request.Offer.Cohort, now));
        if (guide.Refusal is not null)
        {
            return guide.Refusal;
        }

        var prepared = await Pairing.Prepare(system, new PreparePairing(
            request.Offer.Cohort, RoundId.From(request.Id.Value), mentor, mentee, learner.Value!.Profile.TimeZone, request.CadenceDays,
            request.PairingEndsAt, request.WeightsVersion, request.Offer.Score, request.Offer.Factors, request.Type) { Numbers = request.Numbers });
        return prepared.Refusal;
    }

    /// <summary>Undoes whatever was done.</summary>
    public async Task ReleaseAsync()
    {
        await Pairing.Release(system);
        await Participant(request.Offer.Pair.Mentor).ReleaseSlot(system, request.Pairing);
        await Participant(request.Offer.Pair.Mentee).ReleaseSlot(system, request.Pairing);
    }

    /// <summary>Tells the pairing that it is real.</summary>
    public async Task TellAsync() => (await Pairing.Publish(system)).OrThrow();

    private IPairingGrain Pairing => grains.GetGrain<IPairingGrain>(GrainKey.Of(request.Tenant, request.Pairing));

    private IParticipantGrain Participant(ParticipantId id) => grains.GetGrain<IParticipantGrain>(GrainKey.Of(request.Tenant, id));
}
