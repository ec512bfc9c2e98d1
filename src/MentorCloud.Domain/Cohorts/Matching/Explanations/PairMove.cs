using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Matching.Explanations;

/// <summary>A mentee whose mentor another decision would change.</summary>
/// <param name="Mentee">The mentee.</param>
/// <param name="From">The mentor now; null when unmatched.</param>
/// <param name="To">The mentor then; null when unmatched.</param>
public sealed record PairMove(ParticipantId Mentee, ParticipantId? From, ParticipantId? To);
