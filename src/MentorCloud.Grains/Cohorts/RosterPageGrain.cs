using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Access;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Cohorts;

/// <inheritdoc cref="IRosterPageGrain"/>
public sealed class RosterPageGrain([PersistentState("rosterpage", "grains")] IPersistentState<Envelope<RosterPageState>> store, GrainTools tools)
    : StatefulGrain<RosterPageState>(store, tools), IRosterPageGrain, IOfCohorts
{
    /// <inheritdoc/>
    protected override string Kind => "RosterPage";

    string IOfCohorts.Noun => "cohort";

    IReadOnlyCollection<CohortId> IOfCohorts.Cohorts => [EntityId.Parse<CohortId>(this.GetPrimaryKeyString().Split('/', '.')[1])];

    /// <inheritdoc/>
    public async Task<Reply<RosterPageState>> Add(Actor actor, ImmutableArray<RosterMember> members)
    {
        await DecideAsync(actor, default, members, (state, _) =>
        {
            var (page, added, _) = (state ?? new RosterPageState([])).Add(members);
            return Decision<RosterPageState>.Accept(added.IsEmpty && state is not null ? state : page);
        });
        return State!;
    }

    /// <inheritdoc/>
    public Task<Reply<RosterPageState>> Get(Actor actor)
    {
        if (State is null)
        {
            DeactivateOnIdle();
        }

        return Task.FromResult<Reply<RosterPageState>>(State ?? new RosterPageState([]));
    }
}
