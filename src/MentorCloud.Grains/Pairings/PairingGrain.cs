using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Keys;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Pairings.Forgetting;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Access;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Pairings;

/// <inheritdoc cref="IPairingGrain"/>
public sealed partial class PairingGrain(
    [PersistentState("pairing", "grains")] IPersistentState<Envelope<PairingState>> store, GrainTools tools, IKeyRing keys)
    : StatefulGrain<PairingState>(store, tools), IPairingGrain, IOfCohorts
{
    private PairingSeal? seal;

    /// <inheritdoc/>
    protected override string Kind => "Pairing";

    string IOfCohorts.Noun => "pairing";

    IReadOnlyCollection<CohortId> IOfCohorts.Cohorts => State is { } state ? [state.Origin.Cohort] : [];

    bool IOfCohorts.IsOfPair(Actor actor) => State is { } state && PairingAccess.IsPartner(state, actor);

    private PairingSeal Seal => seal ??= new PairingSeal(keys, Tenant, FullName);

    private PairingShelf Shelf => new(GrainFactory, keys, Seal, FullName, Tenant);

    private PairingViewer Viewer => new(Shelf);

    /// <inheritdoc/>
    public async Task<Reply<PairingView>> Prepare(Actor actor, PreparePairing command)
    {
        var pairing = GrainKey.Split<PairingId>(this.GetPrimaryKeyString()).Id;
        return await AnswerAsync(actor, await DecideAsync(
            actor, default, command, (state, _) => PairingDecisions.Prepare(state, Tenant, pairing, command)));
    }

    /// <inheritdoc/>
    public async Task<Reply<PairingView>> Release(Actor actor) =>
        await AnswerAsync(actor, RefuseUnknown("pairing") ?? await DecideAsync(
            actor, default, null, (state, _) => PairingDecisions.Release(state!)));

    /// <inheritdoc/>
    public async Task<Reply<PairingView>> Publish(Actor actor) =>
        await AnswerAsync(actor, RefuseUnknown("pairing") ?? await DecideAsync(
            actor, default, null, (state, now) => PairingDecisions.Publish(state!, now)));

    /// <inheritdoc/>
    public async Task<Reply<PairingView>> Handle(Actor actor, CommandId id, PairingCommand command)
    {
        if (RefuseUnknown("pairing") is { } unknown)
        {
            return unknown;
        }

        if (command is ForgetTexts forget)
        {
            command = await Shelf.ForgetPagesAsync(State!, forget);
        }

        var operation = PairingCommands.OperationOf(command);
        object input = PairingCommands.BringsWords(command) ? await Shelf.RecogniseAsync(State!, actor, command) : command;
        if (IsHandled(id, operation, input, out var known, out var reused))
        {
            return await AnswerAsync(actor, reused, id);
        }

        var refusal = await CarryOutAsync(actor, id, command, known);
        await CarryOutEffectsAsync(actor);
        return await AnswerAsync(actor, refusal, id);
    }

    /// <summary>
    /// Texts and pages are stored before the one commit that refers to them, and only for a command that is new and accepted;
    /// what a crash leaves behind is overwritten by the next, or goes at the end of the retention time.
    /// </summary>
    private async Task<Refusal?> CarryOutAsync(Actor actor, CommandId id, PairingCommand command, HandledCommand? known)
    {
        var before = State!;
        var turn = new PairingTurn(actor, Now, id) { Paged = await Shelf.FindAsync(before, actor, PairingCommands.EntriesOf(command)) };
        var decision = PairingCommands.Decide(before, turn, command);
        if (decision.Refusal is null && (await RefuseCompetenciesAsync(actor, command) ?? await RefuseRatersAsync(command)) is { } unheard)
        {
            decision = unheard;
        }

        var (next, page) = decision.State is { } decided ? PairingPages.Cut(await AskPromptsAsync(decided)) : (null, null);
        var (entry, present, texts) = PairingCommands.TextsOf(before, command);
        if (next is not null && !texts.IsEmpty)
        {
            await Shelf.StoreTextsAsync(before, actor, entry, present, texts);
        }

        if (page is not null)
        {
            await Shelf.StorePageAsync(next!, page);
        }

        return await DecideNewAsync(actor, known, (_, _) => next is null ? decision : Decision<PairingState>.Accept(next, decision.Facts));
    }

    /// <summary>With the first commit of a pairing that an earlier release left in plain its pages are sealed too.</summary>
    /// <inheritdoc/>
    protected override async ValueTask<PairingState> CloseAsync(PairingState state)
    {
        if (Seal.FoundPlain)
        {
            await Shelf.SealPagesAsync(state);
        }

        return await Seal.CloseAsync(state);
    }

    /// <inheritdoc/>
    protected override ValueTask<PairingState> OpenAsync(PairingState stored) => Seal.OpenAsync(stored);

    /// <inheritdoc/>
    protected override DateTimeOffset? NextDue(PairingState state) => state.NextDue;

    /// <summary>Entries are numbered as they are written.</summary>
    /// <inheritdoc/>
    protected override int? Made(PairingState before, PairingState after) => after.EntriesWritten > before.EntriesWritten ? after.EntriesWritten : null;

    /// <inheritdoc/>
    protected override ImmutableArray<ViewRow> Rows(PairingState state) => PairingRows.Of(state);

    /// <inheritdoc/>
    protected override async Task OnDueAsync(Actor actor)
    {
        await CarryOutEffectsAsync(actor);
        var decision = PairingClock.Tick(State!, Now);
        var (next, page) = PairingPages.Cut(await AskPromptsAsync(decision.State!));
        if (page is not null)
        {
            await Shelf.StorePageAsync(next, page);
        }

        await DecideAsync(actor, default, null, (_, _) => Decision<PairingState>.Accept(next, decision.Facts));
        await LookAtRetentionAsync(actor);
    }

    /// <summary>An ended pairing asks its tenant how long texts are kept: they go now, or it looks again later.</summary>
    private async Task LookAtRetentionAsync(Actor actor)
    {
        if (RetentionRule.NextLook(State!) is not { } look || look > Now)
        {
            return;
        }

        var days = (await GrainFactory.GetGrain<ITenantGrain>(GrainKey.Of(Tenant, Tenant)).Get(actor)).OrThrow().RetentionDays;
        if (RetentionRule.IsOver(State!, days, Now))
        {
            await Handle(Actor.System(Tenant, "retention"), default, new ForgetTexts(null));
        }
        else
        {
            await DecideAsync(actor, default, null, (state, now) => RetentionRule.LookLater(state!, days, now));
        }
    }

    /// <summary>Does to the participants what a committed decision asked for; a crash in between repeats it, which changes nothing.</summary>
    private async Task CarryOutEffectsAsync(Actor actor)
    {
        if (State!.Effects.IsEmpty)
        {
            return;
        }

        var effects = State.Effects;
        var system = Actor.System(Tenant, "pairing");
        foreach (var effect in effects)
        {
            if (effect.Kind == PairingEffectKind.ShareOnPage)
            {
                await Shelf.ShareAsync(State, effect.Entry!.Value, effect.Visibility!.Value);
                continue;
            }

            if (effect.Kind == PairingEffectKind.NoteOverload)
            {
                (await Participant(State.Mentor).NoteOverload(system, new MentorOverload(State.Id, effect.Until!.Value))).OrThrow();
                continue;
            }

            (await Participant(State.Mentor).ReleaseSlot(system, State.Id)).OrThrow();
            (await Participant(State.Mentee).ReleaseSlot(system, State.Id)).OrThrow();
        }

        await DecideAsync(actor, default, null, (state, _) => PairingDecisions.FinishEffects(state!, effects));
    }

    private IParticipantGrain Participant(ParticipantId id) => GrainFactory.GetGrain<IParticipantGrain>(GrainKey.Of(Tenant, id));

    private Refusal? RefuseViewer(Actor actor) => RefuseUnknown("pairing") ?? PairingAccess.RefuseViewer(State!, actor);

    /// <summary>People outside the pairing who were asked to rate learn no more of it than that it was done.</summary>
    private async Task<Reply<PairingView>> AnswerAsync(Actor actor, Refusal? refusal, CommandId command = default)
    {
        if (refusal is not null)
        {
            return refusal;
        }

        return actor.Kind == ActorKind.User && PairingAccess.RefuseViewer(State!, actor) is not null
            ? PairingView.Nothing(State!)
            : (await Viewer.ViewAsync(State!, actor)) with { Written = MadeBy(command) };
    }
}
