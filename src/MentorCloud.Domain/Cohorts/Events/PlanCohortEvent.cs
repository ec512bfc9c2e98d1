using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Events;

/// <summary>Plans an event.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Title">Its title, 1..200 characters.</param>
/// <param name="StartsAt">When, in the future.</param>
/// <param name="Minutes">How long, 15..960.</param>
public sealed record PlanCohortEvent(CohortId Cohort, CohortEventKind Kind, string Title, DateTimeOffset StartsAt, int Minutes);
