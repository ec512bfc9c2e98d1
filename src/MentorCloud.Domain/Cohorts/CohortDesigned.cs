using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts;

/// <summary>A cohort was designed.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Name">Its name.</param>
public sealed record CohortDesigned(CohortId Cohort, string Name) : Fact;
