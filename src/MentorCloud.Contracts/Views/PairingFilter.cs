using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Health;

namespace MentorCloud.Contracts.Views;

/// <summary>Which pairings. Null means any.</summary>
/// <param name="Cohort">Only this cohort's.</param>
/// <param name="Stage">Only those in this stage.</param>
/// <param name="Partner">Only those in which this participant is mentor or mentee.</param>
/// <param name="HealthAtLeast">Only those that stand so badly or worse.</param>
/// <param name="Reason">Only those for which this reason holds.</param>
/// <param name="Cohorts">Only those of these cohorts; empty means none.</param>
public sealed record PairingFilter(
    CohortId? Cohort = null, PairingStage? Stage = null, ParticipantId? Partner = null,
    HealthStatus? HealthAtLeast = null, HealthReason? Reason = null, IReadOnlyCollection<CohortId>? Cohorts = null);
