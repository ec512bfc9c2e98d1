using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Matching;

/// <summary>A pair that a draft proposes.</summary>
/// <param name="Mentor">The mentor.</param>
/// <param name="Mentee">The mentee.</param>
/// <param name="Score">Its score in units of <see cref="Matching.Score.Unit"/>.</param>
/// <param name="Factors">What the score is made of.</param>
public sealed record Proposal(ParticipantId Mentor, ParticipantId Mentee, long Score, ImmutableArray<FactorScore> Factors);
