using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Tenants.Frameworks;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Tenants;

/// <inheritdoc cref="IFrameworkGrain"/>
public sealed class FrameworkGrain([PersistentState("framework", "grains")] IPersistentState<Envelope<FrameworkState>> store, GrainTools tools)
    : StatefulGrain<FrameworkState>(store, tools), IFrameworkGrain
{
    /// <inheritdoc/>
    protected override string Kind => "Framework";

    /// <inheritdoc/>
    public async Task<Reply<FrameworkState>> Import(Actor actor, CommandId id, ImportFramework command)
    {
        var framework = GrainKey.Split<FrameworkId>(this.GetPrimaryKeyString()).Id;
        return Answer(await DecideAsync(
            actor, id, command, (state, now) => FrameworkDecisions.Import(state, framework, command, now)));
    }

    /// <inheritdoc/>
    public Task<Reply<FrameworkState>> Get(Actor actor) => Task.FromResult(Answer(RefuseUnknown("framework")));
}
