using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts;

/// <summary>A cohort was closed; it can only be read.</summary>
/// <param name="Cohort">The cohort.</param>
public sealed record CohortClosed(CohortId Cohort) : Fact;
