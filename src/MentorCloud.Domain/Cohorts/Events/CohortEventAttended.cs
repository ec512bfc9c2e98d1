using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Events;

/// <summary>Who was at an event is recorded.</summary>
/// <param name="Event">The event.</param>
/// <param name="Attended">How many were there.</param>
/// <param name="Absent">How many were not.</param>
public sealed record CohortEventAttended(CohortEventId Event, int Attended, int Absent) : Fact;
