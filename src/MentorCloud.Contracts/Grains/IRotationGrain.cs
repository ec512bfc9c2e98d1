using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Rotation;

namespace MentorCloud.Contracts.Grains;

/// <summary>A rotation plan; it stands above rounds, which hold its stages. Commands are documented at <see cref="RotationDecisions"/>.</summary>
public interface IRotationGrain : IGrainWithStringKey
{
    /// <summary>Starts to plan; the solver works off the grain.</summary>
    Task<Reply<RotationState>> Start(Actor actor, CommandId id, PlanRotation command);

    /// <summary>Plans the stages that have not begun again.</summary>
    Task<Reply<RotationState>> Replan(Actor actor, CommandId id, ImmutableArray<RotationLeave> leaves);

    /// <summary>Begins a stage, from 1; the work goes on page by page.</summary>
    Task<Reply<RotationState>> Begin(Actor actor, CommandId id, int stage);

    /// <summary>Takes the plan whose rounds are there already.</summary>
    Task<Reply<RotationState>> Complete(Actor actor, int version, RotationSummary plan);

    /// <summary>Takes note that there is no plan.</summary>
    Task<Reply<RotationState>> Fail(Actor actor, int version, Refusal reason);

    /// <summary>Does the next page of moving on; changes nothing when there is none.</summary>
    Task<Reply<RotationState>> Continue(Actor actor);

    /// <summary>Reads it; NOT_FOUND.</summary>
    Task<Reply<RotationState>> Get(Actor actor);
}
