using MentorCloud.Contracts.Pairings;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Contracts;

namespace MentorCloud.Contracts.Grains;

/// <summary>A pairing: contract, cadence and all its timers. Commands are documented at the decisions in <c>Domain/Pairings</c>.</summary>
public interface IPairingGrain : IGrainWithStringKey
{
    /// <summary>Prepares it, invisible to all.</summary>
    Task<Reply<PairingView>> Prepare(Actor actor, PreparePairing command);

    /// <summary>Undoes the preparation.</summary>
    Task<Reply<PairingView>> Release(Actor actor);

    /// <summary>Learns that its round is published.</summary>
    Task<Reply<PairingView>> Publish(Actor actor);

    /// <summary>Writes a contract draft.</summary>
    Task<Reply<PairingView>> DraftContract(Actor actor, CommandId id, ContractTerms terms);

    /// <summary>Proposes the draft for signature.</summary>
    Task<Reply<PairingView>> ProposeContract(Actor actor, CommandId id);

    /// <summary>Takes the proposal back.</summary>
    Task<Reply<PairingView>> WithdrawContract(Actor actor, CommandId id);

    /// <summary>Signs a version for the actor's side.</summary>
    Task<Reply<PairingView>> SignContract(Actor actor, CommandId id, int version);

    /// <summary>Logs the open check-in as held.</summary>
    Task<Reply<PairingView>> LogCheckIn(Actor actor, CommandId id, CheckInReport report);

    /// <summary>Calls the open check-in off.</summary>
    Task<Reply<PairingView>> ExcuseCheckIn(Actor actor, CommandId id, string reason);

    /// <summary>Reads what the actor may see of it; NOT_FOUND.</summary>
    Task<Reply<PairingView>> Get(Actor actor);

    /// <summary>Its view rows.</summary>
    Task<Projection> Project(Actor actor);
}
