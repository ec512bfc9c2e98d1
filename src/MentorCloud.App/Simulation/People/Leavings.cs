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
internal sealed class Leavings(IGrainFactory grains, IPersonWork work, DemoIds ids, SimulatedCompany company, SimulationSettings settings, TimeProvider clock, Stillness stillness)
{
    private const double Covered = 0.7;

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

    /// <summary>Takes the best of the alternatives who is free.</summary>
    /// <returns>The new pairing; null when nobody is free, or the program leaves it to the next round.</returns>
    public async Task<PairingPlace?> CoverAsync(PairingPlay ended, CancellationToken cancellationToken)
    {
        var cover = CoverOf(ended);
        var proposed = await FoundAsync(cover, cancellationToken);
        if (proposed.Status != CoverStatus.Proposed || proposed.Alternatives.IsEmpty || !Dice.For(settings.Seed, ended.Id.ToString(), "cover").Chance(Covered))
        {
            return null;
        }

        if (await AcceptAsync(cover, ended, proposed.Alternatives) is not { } chosen
            || await FoundAsync(cover, cancellationToken) is not { Status: CoverStatus.Placed } placed)
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

    /// <summary>The search at rest; one that is still at work then would wait for its reminder, which is a fault of the host.</summary>
    private async Task<CoverState> FoundAsync(ICoverGrain cover, CancellationToken cancellationToken)
    {
        await stillness.ComeAsync(cancellationToken);
        var state = (await cover.Get(ids.Admin)).OrThrow();
        return state.IsAtWork ? throw new InvalidOperationException($"The search for cover of {state.Case.Pairing} came to rest as {state.Status}.") : state;
    }
}
