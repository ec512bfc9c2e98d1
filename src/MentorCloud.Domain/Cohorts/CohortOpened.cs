using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts;

/// <summary>A cohort was opened.</summary>
/// <param name="Cohort">The cohort.</param>
public sealed record CohortOpened(CohortId Cohort) : Fact;
