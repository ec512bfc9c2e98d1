using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cover;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Grains.Pairings;

/// <summary>
/// The steps from a chosen alternative to the new pairing. Every step may be repeated after a crash. The new mentor is
/// reserved before the old pairing ends, so that nobody loses a mentor for one who has no room.
/// </summary>
internal sealed class CoverPlacement(IGrainFactory grains, CoverState cover, Actor system)
{
    /// <summary>A new pairing has at least so long: its own end of term falls due two weeks before its end.</summary>
    private static readonly TimeSpan LeastTerm = TimeSpan.FromDays(28);

    private readonly PairingId successor = cover.Successor!.Value;
    private readonly Proposal chosen = cover.Alternatives.First(each => each.Mentor == cover.Chosen);

    /// <summary>Makes the new pairing; the refusal says what stands in the way. Nobody is reserved then, but the old pairing is over when it was the mentee who could not be.</summary>
    public async Task<Refusal?> PlaceAsync(DateTimeOffset now)
    {
        var rules = (await grains.GetGrain<IPairRulesGrain>(GrainKey.Of(cover.Tenant, cover.Case.Cohort)).Get(system)).OrThrow();
        if (rules.RefuseVetoed(new MatchPair(chosen.Mentor, chosen.Mentee)) is { } vetoed)
        {
            return vetoed with { Field = "mentor" };
        }

        var mentor = await Participant(chosen.Mentor).ReserveSlot(system, Slot(chosen.Mentee, now));
        if (mentor.Refusal is not null)
        {
            return mentor.Refusal with { Field = "mentor" };
        }

        var before = (await Pairing(cover.Case.Pairing).Handle(system, default, new HandOn())).OrThrow();
        var mentee = await Participant(chosen.Mentee).ReserveSlot(system, Slot(chosen.Mentor, now));
        if (mentee.Refusal is not null)
        {
            await Participant(chosen.Mentor).ReleaseSlot(system, successor);
            return mentee.Refusal;
        }

        (await Pairing(successor).Prepare(system, await OriginAsync(before.Row, before.EndsAt, mentee.Value!, now))).OrThrow();
        (await Pairing(successor).Publish(system)).OrThrow();
        return null;
    }

    private async Task<PreparePairing> OriginAsync(PairingRow before, DateTimeOffset endsAt, ParticipantState mentee, DateTimeOffset now)
    {
        var cohort = (await grains.GetGrain<ICohortGrain>(GrainKey.Of(cover.Tenant, cover.Case.Cohort)).Get(system)).OrThrow();
        var least = now + LeastTerm;
        return new PreparePairing(
            cover.Case.Cohort, before.Round, chosen.Mentor, chosen.Mentee, mentee.Profile.TimeZone, cohort.Design.CadenceDays,
            endsAt > least ? endsAt : least, cohort.WeightsVersion, chosen.Score, chosen.Factors, cohort.Design.Type) { Numbers = cohort.Design.Numbers };
    }

    private PairingSlot Slot(ParticipantId partner, DateTimeOffset now) => new(successor, partner, cover.Case.Cohort, now);

    private IParticipantGrain Participant(ParticipantId id) => grains.GetGrain<IParticipantGrain>(GrainKey.Of(cover.Tenant, id));

    private IPairingGrain Pairing(PairingId id) => grains.GetGrain<IPairingGrain>(GrainKey.Of(cover.Tenant, id));
}
