using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Events;

/// <summary>An event was called off; everybody invited is to be told.</summary>
/// <param name="Event">The event.</param>
public sealed record CohortEventCancelled(CohortEventId Event) : Fact;
