using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;

namespace MentorCloud.Contracts.Views;

/// <summary>Which participants. Null means any.</summary>
/// <param name="Cohort">Only members of this cohort.</param>
/// <param name="Kind">Only mentors or only mentees.</param>
/// <param name="Search">Words that name, title, division or external id contain, whatever their case; at most 100 characters.</param>
/// <param name="Only">Only these people; empty means nobody.</param>
/// <param name="Cohorts">Only members of these cohorts, and people who are in no cohort.</param>
public sealed record ParticipantFilter(
    CohortId? Cohort = null, ParticipantKind? Kind = null, string? Search = null, IReadOnlyCollection<ParticipantId>? Only = null,
    IReadOnlyCollection<CohortId>? Cohorts = null);
