using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Matching;

/// <summary>One mentor with one mentee.</summary>
/// <param name="Mentor">The mentor.</param>
/// <param name="Mentee">The mentee.</param>
public sealed record MatchPair(ParticipantId Mentor, ParticipantId Mentee);
