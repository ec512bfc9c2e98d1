using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Grains.Pairings;

/// <summary>
/// From a pair to its pairing: both are reserved, the pairing is prepared unseen, and it is told that it is real once its
/// maker has written so. Every step may be repeated after a crash, and until the telling all of it can be undone.
/// </summary>
internal sealed class PairPlacement(IGrainFactory grains, TenantId tenant, CohortId cohort, PairingId pairing, MatchPair pair, Actor system)
{
    /// <summary>MATCH_FORBIDDEN if the cohort vetoed the pair, else null.</summary>
    public async Task<Refusal?> RefuseVetoedAsync() =>
        (await grains.GetGrain<IPairRulesGrain>(GrainKey.Of(tenant, cohort)).Get(system)).OrThrow().RefuseVetoed(pair);

    /// <summary>Reserves both and prepares the pairing; the first refusal, or null. What was reserved before it stays.</summary>
    /// <param name="origin">What the pairing begins with, given its mentee.</param>
    /// <param name="now">The instant.</param>
    public async Task<Refusal?> PrepareAsync(Func<ParticipantState, PreparePairing> origin, DateTimeOffset now)
    {
        var mentee = await ReserveMenteeAsync(now);
        if ((mentee.Refusal ?? (await ReserveMentorAsync(now)).Refusal) is { } refused)
        {
            return refused;
        }

        return (await Pairing.Prepare(system, origin(mentee.Value!))).Refusal;
    }

    /// <summary>Reserves a place of the mentor.</summary>
    public Task<Reply<ParticipantState>> ReserveMentorAsync(DateTimeOffset now) =>
        Participant(pair.Mentor).ReserveSlot(system, new PairingSlot(pairing, pair.Mentee, cohort, now));

    /// <summary>Reserves the mentee's place in the cohort.</summary>
    public Task<Reply<ParticipantState>> ReserveMenteeAsync(DateTimeOffset now) =>
        Participant(pair.Mentee).ReserveSlot(system, new PairingSlot(pairing, pair.Mentor, cohort, now));

    /// <summary>Undoes whatever was done.</summary>
    public async Task ReleaseAsync()
    {
        await Pairing.Release(system);
        await Participant(pair.Mentor).ReleaseSlot(system, pairing);
        await Participant(pair.Mentee).ReleaseSlot(system, pairing);
    }

    /// <summary>Tells the pairing that it is real.</summary>
    public async Task TellAsync() => (await Pairing.Publish(system)).OrThrow();

    private IPairingGrain Pairing => grains.GetGrain<IPairingGrain>(GrainKey.Of(tenant, pairing));

    private IParticipantGrain Participant(ParticipantId id) => grains.GetGrain<IParticipantGrain>(GrainKey.Of(tenant, id));
}
