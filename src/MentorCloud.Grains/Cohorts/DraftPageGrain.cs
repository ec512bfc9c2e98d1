using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Cohorts;

/// <inheritdoc cref="IDraftPageGrain"/>
public sealed class DraftPageGrain([PersistentState("draftpage", "grains")] IPersistentState<Envelope<DraftPageState>> store, GrainTools tools)
    : StatefulGrain<DraftPageState>(store, tools), IDraftPageGrain
{
    /// <inheritdoc/>
    protected override string Kind => "DraftPage";

    /// <inheritdoc/>
    public async Task<Reply<DraftPageState>> Store(Actor actor, DraftPageState page) =>
        Answer(await DecideAsync(actor, default, page, (_, _) => Decision<DraftPageState>.Accept(page)));

    /// <inheritdoc/>
    public Task<Reply<DraftPageState>> Get(Actor actor) => Task.FromResult(Answer(RefuseUnknown("draft page")));
}
