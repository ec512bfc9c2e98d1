using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Grains;

/// <summary>
/// What two people of a cohort ask of each other, with its one timer. It stands above cohort, pairing and participant, as a round
/// does: all its calls go downward. Commands are documented at <see cref="MatchRequestDecisions"/>.
/// </summary>
public interface IMatchRequestGrain : IGrainWithStringKey
{
    /// <summary>Asks.</summary>
    Task<Reply<MatchRequestState>> Send(Actor actor, CommandId id, MatchOffer offer);

    /// <summary>Consents: reserves both places and makes the pairing. Refusals of the places besides; the request then waits on.</summary>
    Task<Reply<MatchRequestState>> Accept(Actor actor, CommandId id);

    /// <summary>Declines.</summary>
    Task<Reply<MatchRequestState>> Decline(Actor actor, CommandId id);

    /// <summary>Takes it back.</summary>
    Task<Reply<MatchRequestState>> Withdraw(Actor actor, CommandId id);

    /// <summary>Reads it; NOT_FOUND.</summary>
    Task<Reply<MatchRequestState>> Get(Actor actor);

    /// <summary>Its view rows.</summary>
    Task<Projection> Project(Actor actor);
}
