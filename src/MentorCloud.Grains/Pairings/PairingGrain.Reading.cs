using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Health;

namespace MentorCloud.Grains.Pairings;

/// <summary>What may be read of a pairing.</summary>
public sealed partial class PairingGrain
{
    /// <inheritdoc/>
    public async Task<Reply<PairingView>> Get(Actor actor) => await AnswerAsync(actor, RefuseViewer(actor));

    /// <inheritdoc/>
    public async Task<Reply<PairingPage>> Page(Actor actor, int page) =>
        RefuseViewer(actor) is { } refusal ? refusal : await Viewer.PageAsync(State!, actor, page);

    /// <inheritdoc/>
    public async Task<Reply<DutyList>> Duties(Actor actor, DutyQuery query) =>
        RefuseViewer(actor) is { } refusal ? refusal : await Viewer.DutiesAsync(State!, actor, query);

    /// <inheritdoc/>
    public async Task<Reply<ContractList>> Contracts(Actor actor) =>
        RefuseViewer(actor) is { } refusal ? refusal : await Viewer.ContractsAsync(State!, actor);

    /// <inheritdoc/>
    public async Task<Reply<EntryList>> Entries(Actor actor, EntryQuery query) =>
        RefuseViewer(actor) is { } refusal ? refusal : await Viewer.EntriesAsync(State!, actor, query);

    /// <inheritdoc/>
    public async Task<Reply<EntryList>> SharedEntries(Actor actor, ImmutableArray<int> numbers) =>
        (RefuseUnknown("pairing") ?? PairingAccess.RefuseOutsider(State!, actor)) is { } refusal
            ? refusal
            : await Viewer.SharedAsync(State!, numbers);

    /// <inheritdoc/>
    public async Task<Reply<string>> Narrative(Actor actor, ImmutableArray<int> leftOut) =>
        (RefuseUnknown("pairing") ?? PairingAccess.RefuseOtherThan(State!, actor, PairingSide.Mentee)
            ?? Domain.Pairings.Growth.Narrative.RefuseLeftOut(leftOut)) is { } refusal
            ? refusal
            : await Viewer.NarrateAsync(State!, actor, leftOut);

    /// <inheritdoc/>
    public async Task<Reply<EntryList>> HandoverPack(Actor actor) =>
        (RefuseUnknown("pairing") ?? (actor.Kind == ActorKind.System
            ? null : PairingAccess.RefuseOtherSide(State!, actor, PairingSide.Mentee))) is { } refusal
            ? refusal
            : await Viewer.HandoverAsync(State!);

    /// <inheritdoc/>
    public async Task<Reply<SlotList>> ProposeSlots(Actor actor, int minutes, int count)
    {
        var refusal = RefuseUnknown("pairing") ?? PairingAccess.RefuseStranger(State!, actor)
            ?? PairingAccess.RefuseResting(State!) ?? MeetingSlots.Refuse(minutes, count);
        if (refusal is not null)
        {
            return refusal;
        }

        var mentor = (await Participant(State!.Mentor).Get(Actor.System(Tenant, "slots"))).OrThrow().Profile;
        var mentee = (await Participant(State!.Mentee).Get(Actor.System(Tenant, "slots"))).OrThrow().Profile;
        var slots = MeetingSlots.Find(
            new Availability(mentor.TimeZone, mentor.WorkingHours),
            new Availability(mentee.TimeZone, mentee.WorkingHours),
            Now,
            TimeSpan.FromMinutes(minutes),
            count,
            State.Meetings);
        return new SlotList(slots, minutes, mentor.TimeZone, mentee.TimeZone);
    }

    /// <inheritdoc/>
    public Task<Reply<PairingEvidence>> Evidence(Actor actor) => Task.FromResult<Reply<PairingEvidence>>(
        RefuseUnknown("pairing") is { } unknown ? unknown : PairingEvidence.Of(State!));

    /// <inheritdoc/>
    public Task<Projection> Project(Actor actor) => Task.FromResult(ProjectState());
}
