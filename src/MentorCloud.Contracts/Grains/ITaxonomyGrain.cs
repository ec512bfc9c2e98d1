using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Taxonomy;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Grains;

/// <summary>A tenant's experience taxonomy; key <c>{tenant}/{tenant}</c>. Commands are documented at <see cref="TaxonomyDecisions"/>.</summary>
public interface ITaxonomyGrain : IGrainWithStringKey
{
    /// <summary>Adds experiences.</summary>
    Task<Reply<ExperienceTaxonomy>> Add(Actor actor, CommandId id, ImmutableArray<Experience> experiences);

    /// <summary>Takes experiences out.</summary>
    Task<Reply<ExperienceTaxonomy>> Retire(Actor actor, CommandId id, ImmutableArray<string> names);

    /// <summary>Reads it; the built-in one before the first change.</summary>
    Task<Reply<ExperienceTaxonomy>> Get(Actor actor);
}
