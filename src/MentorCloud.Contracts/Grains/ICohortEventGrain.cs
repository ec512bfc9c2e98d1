using System.Collections.Immutable;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Grains;

/// <summary>An event of a cohort. Commands are documented at <see cref="CohortEventDecisions"/>.</summary>
public interface ICohortEventGrain : IGrainWithStringKey
{
    /// <summary>Plans or moves it.</summary>
    Task<Reply<CohortEventState>> Plan(Actor actor, CommandId id, PlanCohortEvent plan);

    /// <summary>Invites people.</summary>
    Task<Reply<CohortEventState>> Invite(Actor actor, CommandId id, ImmutableArray<ParticipantId> participants);

    /// <summary>Answers the actor's invitation.</summary>
    Task<Reply<CohortEventState>> Answer(Actor actor, CommandId id, bool accept);

    /// <summary>Records who was there.</summary>
    Task<Reply<CohortEventState>> Record(Actor actor, CommandId id, ImmutableArray<ParticipantId> attended, string notes);

    /// <summary>Calls it off.</summary>
    Task<Reply<CohortEventState>> Cancel(Actor actor, CommandId id);

    /// <summary>Reads what the actor may see; NOT_FOUND.</summary>
    Task<Reply<CohortEventState>> Get(Actor actor);

    /// <summary>Its view rows.</summary>
    Task<Projection> Project(Actor actor);
}
