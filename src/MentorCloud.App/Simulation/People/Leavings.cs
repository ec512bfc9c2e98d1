using MentorCloud.App.Demo;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.People;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cover;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.Simulation.People;

/// <summary>
/// People leave the company, which ends every pairing of theirs, and the program chooses another mentor for some of the mentees
/// whom they leave behind; the others wait for the next round.
/// </summary>
internal sealed class Leavings(IGrainFactory grains, IPersonWork work, DemoIds ids, SimulatedCompany company, SimulationSettings settings, SimulationClock clock)
{
    private const double Covered = 0.7;

    /// <summary>Looks in vain, about two seconds of them, after which the clock is nudged.</summary>
    private const int Patience = 400;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan Nudge = TimeSpan.FromSeconds(15);

    private readonly HashSet<ParticipantId> left = [];

    /// <summary>Whether somebody has left.</summary>
    public bool HasLeft(ParticipantId person) => left.Contains(person);

    /// <summary>Reports the departure of somebody who has not left, as the program does, and tells the models of all pairings that end by it.</summary>
    /// <returns>The pairings that it ended and whose mentee is there still.</returns>
    public async Task<IReadOnlyList<PairingPlay>> ReportAsync(
        SimulatedPerson person, IReadOnlyList<PairingPlay> plays, DateTimeOffset now, CancellationToken cancellationToken)
    {
        left.Add(person.Id);
        (await grains.GetGrain<IParticipantGrain>(GrainKey.Of(ids.Tenant, person.Id)).Depart(ids.Admin, ids.Command("departure", person.ExternalId))).OrThrow();
        await work.DoAsync(ids.Tenant, person.Id, cancellationToken);
        var ended = plays.Where(play => !play.Model.HasEnded && (play.Mentor.Id == person.Id || play.Mentee.Id == person.Id)).ToList();
        ended.ForEach(play => play.Model.End(now, PairingOutcome.PartnerLeft));
        return person.Kind == ParticipantKind.Mentor ? ended : [];
    }

    /// <summary>Waits until the alternatives for each are known, so that what one mentee takes does not depend on how far the search for another has come.</summary>
    public async Task SearchAsync(IReadOnlyList<PairingPlay> leftBehind, CancellationToken cancellationToken)
    {
        foreach (var ended in leftBehind)
        {
            await WaitAsync(CoverOf(ended), cancellationToken);
        }
    }

    /// <summary>Takes the best of the alternatives who is free.</summary>
    /// <returns>The new pairing; null when nobody is free, or the program leaves it to the next round.</returns>
    public async Task<PairingPlace?> CoverAsync(PairingPlay ended, CancellationToken cancellationToken)
    {
        var cover = CoverOf(ended);
        var proposed = await WaitAsync(cover, cancellationToken);
        if (proposed.Status != CoverStatus.Proposed || proposed.Alternatives.IsEmpty || !Dice.For(settings.Seed, ended.Id.ToString(), "cover").Chance(Covered))
        {
            return null;
        }

        if (await AcceptAsync(cover, ended, proposed.Alternatives) is not { } chosen
            || await WaitAsync(cover, cancellationToken) is not { Status: CoverStatus.Placed } placed)
        {
            return null;
        }

        var view = (await grains.GetGrain<IPairingGrain>(GrainKey.Of(ids.Tenant, placed.Successor!.Value)).Get(ids.Admin)).OrThrow();
        return new PairingPlace(view.Id, company.ById[chosen], ended.Mentee, clock.GetUtcNow(), view.EndsAt);
    }

    private ICoverGrain CoverOf(PairingPlay ended) => grains.GetGrain<ICoverGrain>(GrainKey.Of(ids.Tenant, ended.Id));

    /// <summary>The best who has a place still: whom two searches proposed for their last one, the first mentee has got.</summary>
    private async Task<ParticipantId?> AcceptAsync(ICoverGrain cover, PairingPlay ended, IEnumerable<Proposal> alternatives)
    {
        foreach (var mentor in alternatives.Select(alternative => alternative.Mentor))
        {
            var reply = await cover.Accept(ids.Admin, ids.Command("cover", $"{ended.Id}|{mentor}"), mentor);
            if (reply.Refusal is not { Code: ErrorCodes.MentorCapacityExhausted })
            {
                reply.OrThrow();
                return mentor;
            }
        }

        return null;
    }

    /// <summary>
    /// Searches are opened and made on threads of their own, in real time. The simulated clock stands still meanwhile, and goes on
    /// slowly when nothing comes: what failed, because the clock was moved under it, is tried again after some seconds of that clock.
    /// </summary>
    private async Task<CoverState> WaitAsync(ICoverGrain cover, CancellationToken cancellationToken)
    {
        for (var looks = 1; ; looks++)
        {
            if ((await cover.Get(ids.Admin)).Value is { IsAtWork: false } state)
            {
                return state;
            }

            await Task.Delay(Look, TimeProvider.System, cancellationToken);
            if (looks % Patience == 0)
            {
                clock.MoveTo(clock.GetUtcNow() + Nudge);
            }
        }
    }
}
