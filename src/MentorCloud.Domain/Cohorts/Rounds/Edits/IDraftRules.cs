using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Rounds.Edits;

/// <summary>What edits are judged by: facts about the cohort's people, read before.</summary>
public interface IDraftRules
{
    /// <summary>Whether the person is a mentor of the cohort.</summary>
    /// <param name="person">Who.</param>
    /// <returns>True when so.</returns>
    bool IsMentor(ParticipantId person);

    /// <summary>Whether the person is a mentee of the cohort without a mentor in it.</summary>
    /// <param name="person">Who.</param>
    /// <returns>True when so.</returns>
    bool IsMentee(ParticipantId person);

    /// <summary>Places that a mentor has left.</summary>
    /// <param name="mentor">The mentor.</param>
    /// <returns>0 or more.</returns>
    int Places(ParticipantId mentor);

    /// <summary>The mentor whom a mentee is pinned to; null without a pin.</summary>
    /// <param name="mentee">The mentee.</param>
    /// <returns>The mentor.</returns>
    ParticipantId? PinnedTo(ParticipantId mentee);

    /// <summary>Every rule but capacity that forbids a pair.</summary>
    /// <param name="pair">The pair, of a mentor and a mentee of the cohort.</param>
    /// <returns>Empty when it is allowed.</returns>
    ImmutableArray<MatchRule> Forbids(MatchPair pair);
}
