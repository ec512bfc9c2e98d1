using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Pairs;

/// <summary>Pin or veto of a pair was taken back.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Mentor">The mentor.</param>
/// <param name="Mentee">The mentee.</param>
public sealed record PairFreed(CohortId Cohort, ParticipantId Mentor, ParticipantId Mentee) : Fact;
