using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Pairings;

/// <inheritdoc cref="IPairingPageGrain"/>
public sealed class PairingPageGrain([PersistentState("pairingpage", "grains")] IPersistentState<Envelope<PairingPage>> store, GrainTools tools)
    : StatefulGrain<PairingPage>(store, tools), IPairingPageGrain
{
    /// <inheritdoc/>
    protected override string Kind => "PairingPage";

    /// <inheritdoc/>
    public async Task<Reply<PairingPage>> Store(Actor actor, PairingPage page)
    {
        var refusal = await DecideAsync(actor, default, null, (_, _) => Decision<PairingPage>.Accept(page));
        return refusal is null ? State! : refusal;
    }

    /// <inheritdoc/>
    public Task<Reply<PairingPage>> Get(Actor actor) =>
        Task.FromResult<Reply<PairingPage>>(RefuseUnknown("page") is { } refusal ? refusal : State!);
}
