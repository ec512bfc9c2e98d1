using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
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

    private readonly Proposal chosen = cover.Alternatives.First(each => each.Mentor == cover.Chosen);

    /// <summary>Makes the new pairing; the refusal says what stands in the way. Nobody is reserved then, but the old pairing is over when it was the mentee who could not be.</summary>
    public async Task<Refusal?> PlaceAsync(DateTimeOffset now)
    {
        var pair = new MatchPair(chosen.Mentor, chosen.Mentee);
        var placement = new PairPlacement(grains, cover.Tenant, cover.Case.Cohort, cover.Successor!.Value, pair, system);
        if ((await RefuseOverAsync() ?? await placement.RefuseVetoedAsync() ?? (await placement.ReserveMentorAsync(now)).Refusal) is { } refused)
        {
            return refused with { Field = "mentor" };
        }

        var before = (await Pairing(cover.Case.Pairing).Handle(system, default, new HandOn())).OrThrow();
        var origin = await OriginAsync(before.Row, before.EndsAt, now);
        if (await placement.PrepareAsync(origin, now) is { } mentee)
        {
            await placement.ReleaseAsync();
            return mentee;
        }

        await placement.TellAsync();
        return null;
    }

    /// <summary>Who has graduated or rotates on, or whose pairing the program closed, needs nobody; and a closed cohort begins no pairings.</summary>
    private async Task<Refusal?> RefuseOverAsync()
    {
        var before = (await Pairing(cover.Case.Pairing).Get(system)).OrThrow();
        return before.Life!.Outcome is PairingOutcome.Graduated or PairingOutcome.Closed or PairingOutcome.Rotated
            ? new Refusal(ErrorCodes.PairingEnded, "This pairing came to its end; nobody is looked for any more.")
            : CohortDecisions.RefuseClosed((await grains.GetGrain<ICohortGrain>(GrainKey.Of(cover.Tenant, cover.Case.Cohort)).Get(system)).OrThrow());
    }

    private async Task<Func<ParticipantState, PreparePairing>> OriginAsync(PairingRow before, DateTimeOffset endsAt, DateTimeOffset now)
    {
        var cohort = (await grains.GetGrain<ICohortGrain>(GrainKey.Of(cover.Tenant, cover.Case.Cohort)).Get(system)).OrThrow();
        var least = now + LeastTerm;
        return mentee => new PreparePairing(
            cover.Case.Cohort, before.Round, chosen.Mentor, chosen.Mentee, mentee.Profile.TimeZone, cohort.Design.CadenceDays,
            endsAt > least ? endsAt : least, cohort.WeightsVersion, chosen.Score, chosen.Factors, cohort.Design.Type) { Numbers = cohort.Design.Numbers };
    }

    private IPairingGrain Pairing(PairingId id) => grains.GetGrain<IPairingGrain>(GrainKey.Of(cover.Tenant, id));
}
