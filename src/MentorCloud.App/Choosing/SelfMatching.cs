using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.Choosing;

/// <inheritdoc cref="ISelfMatching"/>
internal sealed class SelfMatching(IGrainFactory grains, CandidateShelf shelf, TimeProvider clock) : ISelfMatching
{
    private const int MostForSelfMatch = 50;

    /// <inheritdoc/>
    public async Task<Reply<CandidateList>> CandidatesAsync(
        Actor actor, CohortId cohort, ParticipantId person, CancellationToken cancellationToken)
    {
        Policy.Require("Matching.Candidates", actor);
        var (state, found, refusal) = await ReadAsync(actor, cohort, person);
        if (refusal is not null)
        {
            return refusal;
        }

        var choosing = state!.Design.Choosing;
        var manages = actor.Kind != ActorKind.User || actor.Holds(Role.TenantAdmin | Role.ProgramManager);
        if (CohortDecisions.RefuseRound(state, clock.GetUtcNow()) is not null || (!manages && choosing.Mode == ChoosingMode.Closed))
        {
            return new CandidateList([]);
        }

        var most = choosing.Mode == ChoosingMode.Hybrid ? choosing.Candidates : MostForSelfMatch;
        var problem = await shelf.OfAsync(state, cancellationToken);
        return new CandidateList(await Task.Run(() => new CandidateRanking(problem, found!).Best(most), cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<Reply<MatchRequestState>> SendAsync(
        Actor actor, CommandId id, CohortId cohort, ParticipantId to, CancellationToken cancellationToken)
    {
        Policy.Require("MatchRequest.Send", actor);
        if (actor.Participant is not { } self)
        {
            return new Refusal(ErrorCodes.NotFound, "There is no such cohort.", "cohort");
        }

        var (state, found, refusal) = await ReadAsync(actor, cohort, self);
        if ((refusal ?? CohortDecisions.RefuseRound(state!, clock.GetUtcNow())) is { } no)
        {
            return no;
        }

        var problem = await shelf.OfAsync(state!, cancellationToken);
        var other = await grains.GetGrain<IParticipantGrain>(GrainKey.Of(state!.Tenant, to)).Get(Actor.System(state.Tenant, "matchrequest"));
        if (other.Value is null || other.Value.Profile.Kind == found!.Profile.Kind || !other.Value.Cohorts.Contains(cohort))
        {
            return new Refusal(ErrorCodes.NotFound, "There is no such person on the other side of this cohort.", "to");
        }

        // Whoever is not to be matched any more is refused by their own grain, with the reason.
        var offer = new CandidateRanking(problem, found).Offer(cohort, to) ?? Unranked(cohort, found, other.Value);
        var request = grains.GetGrain<IMatchRequestGrain>(GrainKey.Of(state.Tenant, MatchRequestState.IdOf(offer)));
        return await request.Send(actor, id, offer);
    }

    private static MatchOffer Unranked(CohortId cohort, ParticipantState self, ParticipantState other)
    {
        var isMentor = self.Profile.Kind == ParticipantKind.Mentor;
        return new MatchOffer(
            cohort,
            isMentor ? new(self.Id, other.Id) : new(other.Id, self.Id),
            isMentor ? Domain.Pairings.PairingSide.Mentor : Domain.Pairings.PairingSide.Mentee,
            int.MaxValue,
            0,
            [],
            []);
    }

    private async Task<(CohortState? Cohort, ParticipantState? Person, Refusal? Refusal)> ReadAsync(Actor actor, CohortId cohort, ParticipantId person)
    {
        var tenant = actor.Tenant!.Value;
        var state = await grains.GetGrain<ICohortGrain>(GrainKey.Of(tenant, cohort)).Get(actor);
        var found = await grains.GetGrain<IParticipantGrain>(GrainKey.Of(tenant, person)).Get(actor);
        var refusal = state.Refusal is { } no ? no with { Field = "cohort" }
            : found.Refusal ?? (found.Value!.Cohorts.Contains(cohort) ? null : new Refusal(ErrorCodes.NotFound, person == actor.Participant ? "There is no such cohort." : "There is no such person in this cohort.", "cohort"));
        return (state.Value, found.Value, refusal);
    }
}
