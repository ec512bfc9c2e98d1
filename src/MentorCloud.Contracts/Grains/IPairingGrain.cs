using System.Collections.Immutable;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Health;

namespace MentorCloud.Contracts.Grains;

/// <summary>
/// A pairing: contract, cadence, practice and all its timers. Commands are documented at the decisions in
/// <c>Domain/Pairings</c>; each is an operation <c>Pairing.{CommandName}</c> of the policy table (docs/adr/0060).
/// </summary>
public interface IPairingGrain : IGrainWithStringKey
{
    /// <summary>Prepares it, invisible to all.</summary>
    Task<Reply<PairingView>> Prepare(Actor actor, PreparePairing command);

    /// <summary>Undoes the preparation.</summary>
    Task<Reply<PairingView>> Release(Actor actor);

    /// <summary>Learns that its round is published.</summary>
    Task<Reply<PairingView>> Publish(Actor actor);

    /// <summary>Carries any command out. Rate360 and commands of people who may not look at the pairing answer with an empty view.</summary>
    Task<Reply<PairingView>> Handle(Actor actor, CommandId id, PairingCommand command);

    /// <summary>Reads what the actor may see of it; NOT_FOUND.</summary>
    Task<Reply<PairingView>> Get(Actor actor);

    /// <summary>Reads a page of older contracts, duties and entry heads; NOT_FOUND.</summary>
    Task<Reply<PairingPage>> Page(Actor actor, int page);

    /// <summary>Reads duties of a kind, newest first, over all pages; NOT_FOUND, INPUT_INVALID.</summary>
    Task<Reply<DutyList>> Duties(Actor actor, DutyQuery query);

    /// <summary>Reads every contract version, oldest first, over all pages; NOT_FOUND.</summary>
    Task<Reply<ContractList>> Contracts(Actor actor);

    /// <summary>Reads entries with their texts, newest first, as far as the actor may see them; NOT_FOUND.</summary>
    Task<Reply<EntryList>> Entries(Actor actor, EntryQuery query);

    /// <summary>Reads those of the entries named that are shared with the whole tenant, newest first, for any of its people; NOT_FOUND, INPUT_INVALID.</summary>
    Task<Reply<EntryList>> SharedEntries(Actor actor, ImmutableArray<int> numbers);

    /// <summary>Times at which both partners work; NOT_FOUND, INPUT_INVALID.</summary>
    Task<Reply<SlotList>> ProposeSlots(Actor actor, int minutes, int count);

    /// <summary>The learner's growth narrative as Markdown, without the entries left out; NOT_FOUND, PAIRING_OTHER_SIDE, INPUT_INVALID.</summary>
    Task<Reply<string>> Narrative(Actor actor, ImmutableArray<int> leftOut);

    /// <summary>What the mentee hands over to the next mentor, for the mentee and for the system on that mentor's behalf; NOT_FOUND.</summary>
    Task<Reply<EntryList>> HandoverPack(Actor actor);

    /// <summary>What it says, once finished, about the factors that it was made by; NOT_FOUND.</summary>
    Task<Reply<PairingEvidence>> Evidence(Actor actor);

    /// <summary>Its view rows.</summary>
    Task<Projection> Project(Actor actor);
}
