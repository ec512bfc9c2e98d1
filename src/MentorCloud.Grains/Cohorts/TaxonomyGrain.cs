using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Taxonomy;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Cohorts;

/// <inheritdoc cref="ITaxonomyGrain"/>
public sealed class TaxonomyGrain([PersistentState("taxonomy", "grains")] IPersistentState<Envelope<ExperienceTaxonomy>> store, GrainTools tools)
    : StatefulGrain<ExperienceTaxonomy>(store, tools), ITaxonomyGrain
{
    /// <inheritdoc/>
    protected override string Kind => "Taxonomy";

    /// <inheritdoc/>
    public async Task<Reply<ExperienceTaxonomy>> Add(Actor actor, CommandId id, ImmutableArray<Experience> experiences) =>
        AnswerOrBuiltIn(await DecideAsync(actor, id, experiences, (state, _) => TaxonomyDecisions.Add(state, experiences)));

    /// <inheritdoc/>
    public async Task<Reply<ExperienceTaxonomy>> Retire(Actor actor, CommandId id, ImmutableArray<string> names) =>
        AnswerOrBuiltIn(await DecideAsync(actor, id, names, (state, _) => TaxonomyDecisions.Retire(state, names)));

    /// <inheritdoc/>
    public Task<Reply<ExperienceTaxonomy>> Get(Actor actor)
    {
        if (State is null)
        {
            DeactivateOnIdle();
        }

        return Task.FromResult(AnswerOrBuiltIn(null));
    }

    private Reply<ExperienceTaxonomy> AnswerOrBuiltIn(Refusal? refusal) => refusal is null ? State ?? ExperienceTaxonomy.BuiltIn : refusal;
}
