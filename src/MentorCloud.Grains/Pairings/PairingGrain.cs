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
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Pairings;

/// <inheritdoc cref="IPairingGrain"/>
public sealed class PairingGrain(
    [PersistentState("pairing", "grains")] IPersistentState<Envelope<PairingState>> store, GrainTools tools, IKeyRing keys)
    : StatefulGrain<PairingState>(store, tools), IPairingGrain
{
    /// <inheritdoc/>
    protected override string Kind => "Pairing";

    private PairingViewer Viewer => new(keys, FullName);

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
    public async Task<Reply<PairingView>> DraftContract(Actor actor, CommandId id, ContractTerms terms) =>
        await AnswerAsync(actor, RefuseUnknown("pairing") ?? await DecideAsync(
            actor, id, terms, (state, _) => ContractDecisions.Draft(state!, actor, terms)));

    /// <inheritdoc/>
    public async Task<Reply<PairingView>> ProposeContract(Actor actor, CommandId id) =>
        await AnswerAsync(actor, RefuseUnknown("pairing") ?? await DecideAsync(
            actor, id, null, (state, _) => ContractDecisions.Propose(state!, actor)));

    /// <inheritdoc/>
    public async Task<Reply<PairingView>> WithdrawContract(Actor actor, CommandId id) =>
        await AnswerAsync(actor, RefuseUnknown("pairing") ?? await DecideAsync(
            actor, id, null, (state, _) => ContractDecisions.Withdraw(state!, actor)));

    /// <inheritdoc/>
    public async Task<Reply<PairingView>> SignContract(Actor actor, CommandId id, int version) =>
        await AnswerAsync(actor, RefuseUnknown("pairing") ?? await DecideAsync(
            actor, id, version, (state, now) => ContractDecisions.Sign(state!, actor, version, now)));

    /// <inheritdoc/>
    public async Task<Reply<PairingView>> LogCheckIn(Actor actor, CommandId id, CheckInReport report)
    {
        var refusal = RefuseUnknown("pairing") ?? PairingAccess.RefuseStranger(State!, actor) ?? CheckInDecisions.RefuseNote(report.Note);
        if (refusal is not null)
        {
            return refusal;
        }

        var note = report.Note is null ? null : await Viewer.SealAsync(State!, actor, report.Note, report.NoteVisibility, Now);
        var command = new LogCheckIn(report.HeldAt, report.Minutes, note);
        return await AnswerAsync(actor, await DecideAsync(
            actor, id, report, (state, now) => CheckInDecisions.Log(state!, actor, command, now)));
    }

    /// <inheritdoc/>
    public async Task<Reply<PairingView>> ExcuseCheckIn(Actor actor, CommandId id, string reason) =>
        await AnswerAsync(actor, RefuseUnknown("pairing") ?? await DecideAsync(
            actor, id, reason, (state, now) => CheckInDecisions.Excuse(state!, actor, reason, now)));

    /// <inheritdoc/>
    public async Task<Reply<PairingView>> Get(Actor actor) =>
        await AnswerAsync(actor, RefuseUnknown("pairing") ?? PairingAccess.RefuseViewer(State!, actor));

    /// <inheritdoc/>
    public Task<Projection> Project(Actor actor) => Task.FromResult(ProjectState());

    /// <inheritdoc/>
    protected override DateTimeOffset? NextDue(PairingState state) => state.NextDue;

    /// <inheritdoc/>
    protected override ImmutableArray<ViewRow> Rows(PairingState state) => [.. state.ToRows()];

    /// <inheritdoc/>
    protected override Task OnDueAsync(Actor actor) =>
        DecideAsync(actor, default, null, (state, now) => CheckInDecisions.Tick(state!, now));

    private async Task<Reply<PairingView>> AnswerAsync(Actor actor, Refusal? refusal) =>
        refusal is null ? await Viewer.ViewAsync(State!, actor) : refusal;
}
