using System.Collections.Immutable;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cover;

namespace MentorCloud.Contracts.Grains;

/// <summary>The search for another mentor for the mentee of one pairing, whose key it has. Commands are documented at <see cref="CoverDecisions"/>.</summary>
public interface ICoverGrain : IGrainWithStringKey
{
    /// <summary>Opens the search; repeating it for the same fact changes nothing.</summary>
    Task<Reply<CoverState>> Open(Actor actor, OpenCover command, DateTimeOffset at);

    /// <summary>Takes the engine's alternatives.</summary>
    Task<Reply<CoverState>> Propose(Actor actor, ImmutableArray<Proposal> alternatives);

    /// <summary>Looks again.</summary>
    Task<Reply<CoverState>> Search(Actor actor, CommandId id);

    /// <summary>Chooses an alternative and makes the new pairing; what stands in the way is refused and leaves the others to choose from.</summary>
    Task<Reply<CoverState>> Accept(Actor actor, CommandId id, ParticipantId mentor);

    /// <summary>Decides that nobody else is needed.</summary>
    Task<Reply<CoverState>> Decline(Actor actor, CommandId id);

    /// <summary>Learns that the pairing makes progress again (no ending), or is over; NOT_FOUND when nobody ever searched.</summary>
    Task<Reply<CoverState>> Lapse(Actor actor, PairingOutcome? ending, DateTimeOffset at);

    /// <summary>Goes on making the new pairing where a crash cut it off.</summary>
    Task<Reply<CoverState>> Continue(Actor actor);

    /// <summary>Reads it; NOT_FOUND.</summary>
    Task<Reply<CoverState>> Get(Actor actor);

    /// <summary>Its view rows.</summary>
    Task<Projection> Project(Actor actor);
}
