using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Contracts.Grains;

/// <summary>A matching round. Commands are documented at <see cref="RoundDecisions"/>.</summary>
public interface IRoundGrain : IGrainWithStringKey
{
    /// <summary>Starts a round in an open cohort; the solver works off the grain.</summary>
    Task<Reply<RoundState>> Start(Actor actor, CommandId id, CohortId cohort, MatchObjective objective);

    /// <summary>Solves a drafted round again; the solver works off the grain.</summary>
    Task<Reply<RoundState>> Resolve(Actor actor, CommandId id, ResolveRound command);

    /// <summary>Makes a drafted round of a draft whose pages are stored already.</summary>
    Task<Reply<RoundState>> Adopt(Actor actor, CommandId id, AdoptDraft command);

    /// <summary>Stops the solver's job.</summary>
    Task<Reply<RoundState>> Cancel(Actor actor, CommandId id);

    /// <summary>Learns how far the solver has come.</summary>
    Task<Reply<RoundState>> Report(Actor actor, SolveStep step);

    /// <summary>Takes the draft whose pages are stored already.</summary>
    Task<Reply<RoundState>> Complete(Actor actor, DraftSummary draft);

    /// <summary>Takes note that there is no answer.</summary>
    Task<Reply<RoundState>> Fail(Actor actor, Refusal reason);

    /// <summary>Begins to publish; the work goes on page by page.</summary>
    Task<Reply<RoundState>> Publish(Actor actor, CommandId id);

    /// <summary>Does the next page of publishing, releasing or telling; changes nothing when there is none.</summary>
    Task<Reply<RoundState>> Continue(Actor actor);

    /// <summary>Gives the round up.</summary>
    Task<Reply<RoundState>> Discard(Actor actor, CommandId id);

    /// <summary>Reads it; NOT_FOUND.</summary>
    Task<Reply<RoundState>> Get(Actor actor);

    /// <summary>Its view rows.</summary>
    Task<Projection> Project(Actor actor);
}
