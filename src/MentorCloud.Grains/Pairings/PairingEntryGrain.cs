using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Pairings;

/// <inheritdoc cref="IPairingEntryGrain"/>
public sealed class PairingEntryGrain([PersistentState("pairingentry", "grains")] IPersistentState<Envelope<EntryPage>> store, GrainTools tools)
    : StatefulGrain<EntryPage>(store, tools), IPairingEntryGrain
{
    /// <inheritdoc/>
    protected override string Kind => "PairingEntry";

    /// <inheritdoc/>
    public async Task<Reply<EntryPage>> Store(Actor actor, int present, ImmutableArray<SealedEntryText> texts)
    {
        if (State is null && texts.IsEmpty)
        {
            DeactivateOnIdle();
            return new EntryPage([]);
        }

        var refusal = await DecideAsync(actor, default, null, (state, _) => Decision<EntryPage>.Accept(
            new EntryPage([.. (state?.Texts ?? []).Take(present), .. texts])));
        return refusal is null ? State! : refusal;
    }

    /// <inheritdoc/>
    public Task<Reply<EntryPage>> Get(Actor actor) =>
        Task.FromResult<Reply<EntryPage>>(RefuseUnknown("entry") is { } refusal ? refusal : State!);
}
