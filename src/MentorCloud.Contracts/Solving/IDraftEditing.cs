using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Cohorts.Rounds.Edits;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Solving;

/// <summary>Drafts by hand: a program manager picks, the rules refuse. Every change makes a new drafted round.</summary>
public interface IDraftEditing
{
    /// <summary>Makes a draft of pairs chosen by hand from nothing. Refusals are those of <see cref="DraftEditing"/> and of starting a round.</summary>
    Task<Reply<RoundState>> PickAsync(Actor actor, CommandId id, CohortId cohort, ImmutableArray<DraftEdit> edits, CancellationToken cancellationToken);

    /// <summary>Changes a draft. Refusals are those of <see cref="DraftEditing"/>, ROUND_NOT_DRAFTED, and those of starting a round.</summary>
    Task<Reply<RoundState>> EditAsync(Actor actor, CommandId id, RoundId round, ImmutableArray<DraftEdit> edits, CancellationToken cancellationToken);
}
