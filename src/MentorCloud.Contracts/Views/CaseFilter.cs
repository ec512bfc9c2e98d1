using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cases;

namespace MentorCloud.Contracts.Views;

/// <summary>Which cases. Null means any.</summary>
/// <param name="Cohort">Only this cohort's.</param>
/// <param name="Kind">Only this kind.</param>
/// <param name="IsOpen">Only those that wait, or only those that are settled.</param>
/// <param name="Cohorts">Only those of these cohorts; empty means none.</param>
/// <param name="NotOf">Only those of pairings of others than this person.</param>
public sealed record CaseFilter(
    CohortId? Cohort = null, CaseKind? Kind = null, bool? IsOpen = null, IReadOnlyCollection<CohortId>? Cohorts = null, ParticipantId? NotOf = null);
