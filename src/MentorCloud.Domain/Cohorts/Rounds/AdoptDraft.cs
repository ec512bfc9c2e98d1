using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>Makes a round of a draft that is there already: chosen by hand, or a stage of a rotation plan. Its pages are stored before.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Objective">The objective that its bound is for.</param>
/// <param name="Base">The round that it was changed from; null when there is none.</param>
/// <param name="Draft">What it comes to.</param>
/// <param name="Request">Fingerprint of what was asked for, by which a repetition is known.</param>
/// <param name="EndsAt">When the term of its pairings ends, UTC; null for the cohort's own end.</param>
public sealed record AdoptDraft(
    CohortId Cohort, RoundSource Source, MatchObjective Objective, RoundId? Base, DraftSummary Draft, string Request, DateTimeOffset? EndsAt = null);
