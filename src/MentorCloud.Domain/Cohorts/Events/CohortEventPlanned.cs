using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Events;

/// <summary>An event was planned or moved.</summary>
/// <param name="Event">The event.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="StartsAt">When, UTC.</param>
public sealed record CohortEventPlanned(CohortEventId Event, CohortId Cohort, DateTimeOffset StartsAt) : Fact;
