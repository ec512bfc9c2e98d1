using System.Collections.Immutable;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Weights;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Grains;

/// <summary>A cohort: design, opening, roster. Commands are documented at <see cref="CohortDecisions"/>.</summary>
public interface ICohortGrain : IGrainWithStringKey
{
    /// <summary>Designs a new cohort.</summary>
    /// <param name="actor">In whose name.</param>
    /// <param name="id">The command's id.</param>
    /// <param name="design">The design.</param>
    /// <param name="asked">What was asked for, where the design was made of that and of what stood: by it a repetition is known. Null for the design itself.</param>
    Task<Reply<CohortState>> Create(Actor actor, CommandId id, CohortDesign design, string? asked = null);

    /// <summary>Changes the design; the parameters are those of <see cref="Create"/>.</summary>
    Task<Reply<CohortState>> Revise(Actor actor, CommandId id, CohortDesign design, string? asked = null);

    /// <summary>Opens it.</summary>
    Task<Reply<CohortState>> Open(Actor actor, CommandId id);

    /// <summary>Closes it; asks every mentee of the roster whether a pairing of it holds them.</summary>
    Task<Reply<CohortState>> Close(Actor actor, CommandId id);

    /// <summary>Puts registered people on the roster; those who are on it stay. At most 1,000 a call. NOT_FOUND, COHORT_CLOSED.</summary>
    Task<Reply<CohortState>> Enrol(Actor actor, CommandId id, ImmutableArray<ParticipantId> participants);

    /// <summary>Learns that a round was published.</summary>
    Task<Reply<CohortState>> NoteRound(Actor actor, PublishedRound round);

    /// <summary>Takes proposed weights.</summary>
    Task<Reply<CohortState>> ProposeWeights(Actor actor, CommandId id, WeightProposal proposal);

    /// <summary>Approves or rejects proposed weights.</summary>
    Task<Reply<CohortState>> DecideWeights(Actor actor, CommandId id, int number, bool approve);

    /// <summary>Learns that a rotation is being planned.</summary>
    Task<Reply<CohortState>> NoteRotation(Actor actor, RotationId rotation);

    /// <summary>Reads it; NOT_FOUND.</summary>
    Task<Reply<CohortState>> Get(Actor actor);

    /// <summary>Its view rows.</summary>
    Task<Projection> Project(Actor actor);
}
