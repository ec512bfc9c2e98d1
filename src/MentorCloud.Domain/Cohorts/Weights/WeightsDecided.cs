using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Weights;

/// <summary>Somebody has decided on proposed weights.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Number">The proposal's number.</param>
/// <param name="Status">Approved or rejected.</param>
/// <param name="Version">The version of the weights that holds now.</param>
public sealed record WeightsDecided(CohortId Cohort, int Number, ProposalStatus Status, int Version) : Fact;
