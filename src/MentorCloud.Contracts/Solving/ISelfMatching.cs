using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Solving;

/// <summary>
/// People choose each other within what the cohort allows; the engine ranks. Ranks and hard rules are at most a minute old; vetoes,
/// pins and places are looked up when somebody asks, and places are reserved when the other side consents.
/// </summary>
public interface ISelfMatching
{
    /// <summary>
    /// Candidates of a person, best first: the person's own view, or any person's for managers and clients. Empty while people of the
    /// cohort do not choose, and for whoever has a mentor already. NOT_FOUND. The policy operation is <c>Matching.Candidates</c>.
    /// </summary>
    Task<Reply<CandidateList>> CandidatesAsync(Actor actor, CohortId cohort, ParticipantId person, CancellationToken cancellationToken);

    /// <summary>Asks somebody in the actor's name; refusals are those of <see cref="MatchRequestDecisions.Send"/>.</summary>
    Task<Reply<MatchRequestState>> SendAsync(Actor actor, CommandId id, CohortId cohort, ParticipantId to, CancellationToken cancellationToken);
}
