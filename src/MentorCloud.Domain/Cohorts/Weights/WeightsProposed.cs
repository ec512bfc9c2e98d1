using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Weights;

/// <summary>Other weights are proposed; somebody is to decide.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Number">The proposal's number.</param>
/// <param name="Observations">Finished pairings used.</param>
public sealed record WeightsProposed(CohortId Cohort, int Number, int Observations) : Fact;
