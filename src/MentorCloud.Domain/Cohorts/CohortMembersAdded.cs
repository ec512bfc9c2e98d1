using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts;

/// <summary>Members were put on a cohort's roster.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Mentors">How many mentors.</param>
/// <param name="Mentees">How many mentees.</param>
public sealed record CohortMembersAdded(CohortId Cohort, int Mentors, int Mentees) : Fact;
