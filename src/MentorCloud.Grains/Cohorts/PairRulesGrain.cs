using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Pairs;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Access;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Cohorts;

/// <inheritdoc cref="IPairRulesGrain"/>
public sealed class PairRulesGrain([PersistentState("pairrules", "grains")] IPersistentState<Envelope<PairRulesState>> store, GrainTools tools)
    : StatefulGrain<PairRulesState>(store, tools), IPairRulesGrain, IOfCohorts
{
    /// <inheritdoc/>
    protected override string Kind => "PairRules";

    string IOfCohorts.Noun => "cohort";

    IReadOnlyCollection<CohortId> IOfCohorts.Cohorts => [Cohort];

    private CohortId Cohort => GrainKey.Split<CohortId>(this.GetPrimaryKeyString()).Id;

    /// <inheritdoc/>
    public async Task<Reply<PairRulesState>> Add(Actor actor, CommandId id, PairRuleKind kind, MatchPair pair, string reason) =>
        Answer(await RefuseCohortAsync(actor) ?? await RefusePairAsync(actor, pair) ?? await DecideAsync(
            actor, id, (kind, pair, reason), (state, now) => PairRuleDecisions.Add(state, Cohort, kind, pair, reason, now)));

    /// <inheritdoc/>
    public async Task<Reply<PairRulesState>> Free(Actor actor, CommandId id, MatchPair pair) =>
        Answer(await RefuseCohortAsync(actor) ?? await DecideAsync(
            actor, id, pair, (state, _) => PairRuleDecisions.Free(state, Cohort, pair)));

    /// <inheritdoc/>
    public Task<Reply<PairRulesState>> Get(Actor actor)
    {
        if (State is null)
        {
            DeactivateOnIdle();
        }

        return Task.FromResult<Reply<PairRulesState>>(State ?? new PairRulesState { Cohort = Cohort });
    }

    private async Task<Refusal?> RefuseCohortAsync(Actor actor)
    {
        var cohort = await GrainFactory.GetGrain<ICohortGrain>(GrainKey.Of(Tenant, Cohort)).Get(actor);
        var refusal = cohort.Value is { } known ? CohortDecisions.RefuseClosed(known) : cohort.Refusal! with { Field = "cohort" };
        if (refusal is not null && State is null)
        {
            DeactivateOnIdle();
        }

        return refusal;
    }

    private async Task<Refusal?> RefusePairAsync(Actor actor, MatchPair pair)
    {
        var (mentor, mentee) = (await Participant(pair.Mentor).Get(actor), await Participant(pair.Mentee).Get(actor));
        return mentor.Value is not { } one ? mentor.Refusal! with { Field = "mentor" }
            : mentee.Value is not { } other ? mentee.Refusal! with { Field = "mentee" }
            : PairRuleDecisions.RefusePair(Cohort, one, other);
    }

    private IParticipantGrain Participant(ParticipantId id) => GrainFactory.GetGrain<IParticipantGrain>(GrainKey.Of(Tenant, id));
}
