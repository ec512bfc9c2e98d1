using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants.Frameworks;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Tenants;

/// <inheritdoc cref="IFrameworkPageGrain"/>
public sealed class FrameworkPageGrain([PersistentState("frameworkpage", "grains")] IPersistentState<Envelope<FrameworkPageState>> store, GrainTools tools)
    : StatefulGrain<FrameworkPageState>(store, tools), IFrameworkPageGrain
{
    /// <inheritdoc/>
    protected override string Kind => "FrameworkPage";

    /// <inheritdoc/>
    public async Task<Reply<FrameworkPageState>> Store(Actor actor, CommandId id, FrameworkPageState page) =>
        Answer(FrameworkDecisions.CheckPage(page.Profiles) ?? await DecideAsync(
            actor, id, page, (_, _) => Decision<FrameworkPageState>.Accept(page)));

    /// <inheritdoc/>
    public Task<Reply<FrameworkPageState>> Get(Actor actor) => Task.FromResult(Answer(RefuseUnknown("framework page")));
}
