using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts;

/// <summary>A cohort's design was changed.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="WeightsVersion">The version of its weights now.</param>
public sealed record CohortRevised(CohortId Cohort, int WeightsVersion) : Fact;
