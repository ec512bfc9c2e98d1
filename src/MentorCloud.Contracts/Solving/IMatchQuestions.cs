using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Matching.Explanations;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Solving;

/// <summary>
/// Answers questions about drafts off every grain's turn. The policy operation is <c>Matching.Explain</c>. All answer NOT_FOUND for
/// people who are not in the draft's cohort and ROUND_NOT_DRAFTED before there is a draft. Right after a restart the
/// first question about a round solves it again.
/// </summary>
public interface IMatchQuestions
{
    /// <summary>Why a draft has a pair, or why not and what it would cost. Time: at most one re-solve.</summary>
    Task<Reply<PairExplanation>> ExplainPairAsync(Actor actor, RoundId round, MatchPair pair, CancellationToken cancellationToken);

    /// <summary>The binding reason why a mentee has no mentor. Time: at most one re-solve.</summary>
    Task<Reply<UnmatchedExplanation>> ExplainUnmatchedAsync(Actor actor, RoundId round, ParticipantId mentee, CancellationToken cancellationToken);

    /// <summary>What another decision would change; nothing is stored. INPUT_INVALID, MATCH_IMPOSSIBLE. Time: one solve.</summary>
    Task<Reply<CohortChange>> WhatIfAsync(Actor actor, RoundId round, WhatIf change, CancellationToken cancellationToken);
}
