using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Events;

/// <summary>An event of a cohort in lists.</summary>
/// <param name="Id">The event.</param>
/// <param name="Tenant">Its tenant.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Title">Its title.</param>
/// <param name="StartsAt">When, UTC.</param>
/// <param name="Minutes">How long.</param>
/// <param name="IsCancelled">Whether it was called off.</param>
/// <param name="Invited">Who is invited.</param>
public sealed record CohortEventRow(
    CohortEventId Id, TenantId Tenant, CohortId Cohort, CohortEventKind Kind, string Title,
    DateTimeOffset StartsAt, int Minutes, bool IsCancelled, ImmutableArray<ParticipantId> Invited) : ViewRow;
