using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Views;

/// <summary>Which match requests. Null means any.</summary>
/// <param name="Cohort">Only this cohort's.</param>
/// <param name="Status">Only those with this status.</param>
/// <param name="Partner">Only those that this participant sent or got.</param>
/// <param name="Cohorts">Only those of these cohorts; empty means none.</param>
public sealed record MatchRequestFilter(
    CohortId? Cohort = null, MatchRequestStatus? Status = null, ParticipantId? Partner = null,
    IReadOnlyCollection<CohortId>? Cohorts = null);
