using System.Collections.Immutable;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;

namespace MentorCloud.Contracts.Grains;

/// <summary>A participant: the one authority for capacity and membership. Commands are documented at <see cref="ParticipantDecisions"/>.</summary>
public interface IParticipantGrain : IGrainWithStringKey
{
    /// <summary>Registers the person, or revises their profile.</summary>
    Task<Reply<ParticipantState>> Register(Actor actor, CommandId id, RegisterParticipant command);

    /// <summary>Reads the whole profile; NOT_FOUND, also for those who may not see it.</summary>
    Task<Reply<ParticipantState>> Get(Actor actor);

    /// <summary>Empties the profile for good; <see cref="ParticipantErasure"/>.</summary>
    Task<Reply<ParticipantState>> Erase(Actor actor, CommandId id);

    /// <summary>Publishes what the outbox still holds and takes it out of the stored envelope, so that nothing of earlier rows is left there.</summary>
    /// <param name="actor">The system.</param>
    /// <returns>The state; NOT_FOUND. Throws what the publisher throws; nothing has changed then.</returns>
    Task<Reply<ParticipantState>> ClearOutbox(Actor actor);

    /// <summary>The last trace outside the participant is gone.</summary>
    Task<Reply<ParticipantState>> FinishErasure(Actor actor);

    /// <summary>
    /// The person left the company: from here nobody is paired with them, and every pairing that holds them ends durably, with
    /// cover for a mentor's mentees; <see cref="ParticipantDeparture"/>. Repeating changes nothing.
    /// </summary>
    Task<Reply<ParticipantState>> Depart(Actor actor, CommandId id);

    /// <summary>The person is back; ended pairings stay ended. Repeating changes nothing.</summary>
    Task<Reply<ParticipantState>> Return(Actor actor, CommandId id);

    /// <summary>Makes the person a member of a cohort.</summary>
    Task<Reply<ParticipantState>> Join(Actor actor, CommandId id, CohortId cohort);

    /// <summary>Reserves the person for a pairing.</summary>
    Task<Reply<ParticipantState>> ReserveSlot(Actor actor, PairingSlot slot);

    /// <summary>Frees the person from a pairing.</summary>
    Task<Reply<ParticipantState>> ReleaseSlot(Actor actor, PairingId pairing);

    /// <summary>Takes note of whom the person wishes for.</summary>
    Task<Reply<ParticipantState>> Prefer(Actor actor, CommandId id, ImmutableArray<ParticipantId> ranked);

    /// <summary>Learns that a pairing takes more hours than agreed.</summary>
    Task<Reply<ParticipantState>> NoteOverload(Actor actor, MentorOverload overload);

    /// <summary>Counts a match request that is about to be sent; <see cref="ParticipantRequests"/>.</summary>
    Task<Reply<ParticipantState>> OpenRequest(Actor actor, OpenRequest request);

    /// <summary>Learns that a match request waits no longer.</summary>
    Task<Reply<ParticipantState>> CloseRequest(Actor actor, MatchRequestId request);

    /// <summary>The person's view rows.</summary>
    Task<Projection> Project(Actor actor);
}
