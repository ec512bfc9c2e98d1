using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Matching.Explanations;

/// <summary>Why a draft has a pair, or has it not.</summary>
/// <param name="Mentor">The mentor.</param>
/// <param name="Mentee">The mentee.</param>
/// <param name="Reason">How it stands to the draft.</param>
/// <param name="Score">Its score, fixed-point units, also where a rule forbids it.</param>
/// <param name="Factors">Weights and raw values.</param>
/// <param name="ForbiddenBy">Every rule that forbids it; empty when allowed.</param>
/// <param name="RankForMentee">1 when no allowed mentor scores higher for the mentee; null when forbidden.</param>
/// <param name="MenteeAlternatives">Mentors allowed to the mentee.</param>
/// <param name="RankForMentor">1 when no allowed mentee scores higher for the mentor; null when forbidden.</param>
/// <param name="MentorAlternatives">Mentees allowed to the mentor.</param>
/// <param name="IfPinned">What it would cost the cohort to have the pair; null unless it is <see cref="PairReason.NotBest"/>.</param>
/// <param name="InputsChanged">Whether somebody's profile, load or the framework has changed since the draft, so that numbers may differ from the draft's.</param>
public sealed record PairExplanation(
    ParticipantId Mentor,
    ParticipantId Mentee,
    PairReason Reason,
    long Score,
    ImmutableArray<FactorScore> Factors,
    ImmutableArray<MatchRule> ForbiddenBy,
    int? RankForMentee,
    int MenteeAlternatives,
    int? RankForMentor,
    int MentorAlternatives,
    CohortChange? IfPinned,
    bool InputsChanged);
